package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.privacyrules.disposal.MappedTables;
import org.privacyrules.disposal.PersonalTables;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Exclusion;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.subject.Tenant;

/** Mapped tables of one database, compared with its catalogue. */
public final class PersonalTablesOf implements PersonalTables {

    private final Connections connections;
    private final Dialect dialect;
    private final List<Target> targets;
    private final List<String> advice;

    private PersonalTablesOf(Connections connections, Dialect dialect, List<Target> targets, List<String> advice) {
        this.connections = connections;
        this.dialect = dialect;
        this.targets = targets;
        this.advice = advice;
    }

    /** Reads the catalogue once. */
    public static PersonalTablesOf read(
            Connections connections,
            Dialect dialect,
            Optional<String> schema,
            List<TableDefinition> definitions,
            List<Exclusion> exclusions) {
        try (Connection connection = connections.own()) {
            HostCatalogue catalogue = schema.isPresent()
                    ? HostCatalogue.of(connection, dialect, schema.get())
                    : HostCatalogue.of(connection, dialect);
            TableResolver resolver = new TableResolver(catalogue, dialect::quoted, definitions, exclusions);
            List<Target> targets = resolver.targets();
            return new PersonalTablesOf(connections, dialect, targets, new SweepAdvice(catalogue).of(targets));
        } catch (SQLException e) {
            throw JdbcFailure.of("read the host's tables", e);
        }
    }

    @Override
    public MappedTables forTenant(Tenant tenant) {
        return new JdbcMappedTables(connections, dialect, tenant, targets, advice);
    }
}
