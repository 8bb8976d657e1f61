/** The storage ports on plain JDBC. */
module org.privacyrules.jdbc {
    requires transitive java.sql;
    requires transitive org.privacyrules.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.privacyrules.jdbc;
}
