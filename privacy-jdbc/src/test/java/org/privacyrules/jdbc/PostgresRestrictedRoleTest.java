package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.SchemaScript;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What the service's user needs in PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresRestrictedRoleTest extends RightsContract {

    PostgresRestrictedRoleTest() {
        super(Product.POSTGRESQL);
    }

    @Test
    void a_schema_that_the_user_may_not_look_into_is_told() {
        try (RestrictedUser guest = RestrictedUser.of(database, SchemaScripts.forDatabase(database.dataSource()))) {
            database.execute(
                    "revoke usage on schema public from public",
                    "revoke usage on schema public from " + guest.quoted(),
                    "create schema closed");
            StorageException own = assertThrows(StorageException.class, () -> JdbcStorage.on(guest.unpooled()));
            assertEquals("STORAGE_FORBIDDEN", own.code(), own.getMessage());
            SchemaScripts closed =
                    SchemaScripts.forDatabase(database.dataSource()).inSchema("closed");
            closed.apply(database.dataSource());
            SchemaContract.remedy(own).forEach(database::execute);
            JdbcStorage.on(guest.unpooled());
            SchemaScript.statements(closed.grants(guest.quoted())).forEach(database::execute);
            database.execute("revoke usage on schema closed from " + guest.quoted());
            StorageException named = assertThrows(
                    StorageException.class,
                    () -> JdbcStorage.builder(guest.unpooled())
                            .inSchema("closed")
                            .build());
            assertEquals("STORAGE_FORBIDDEN", named.code(), named.getMessage());
            SchemaContract.remedy(named).forEach(database::execute);
            JdbcStorage.builder(guest.unpooled()).inSchema("closed").build();
        } finally {
            database.execute("grant usage on schema public to public");
        }
    }
}
