package org.privacyrules.jdbc.servers;

/** Where test databases are made: a server that we started or one that was named. */
interface DatabaseHost {

    String createDatabase();

    void dropDatabase(String database);

    String url(String database);

    String user();

    String password();
}
