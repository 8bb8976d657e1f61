package org.privacyrules.jdbc.servers;

@OnDatabase(TestDatabase.Product.POSTGRESQL)
class PostgresServerTest extends ServerContract {

    @Override
    DatabaseServer shared() {
        return PostgresServer.shared();
    }

    @Override
    DatabaseServer startDurable() {
        return PostgresServer.startDurable();
    }

    @Override
    String expectedVersion() {
        return "PostgreSQL 1[4-9]\\..*";
    }
}
