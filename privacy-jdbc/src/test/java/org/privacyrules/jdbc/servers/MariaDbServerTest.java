package org.privacyrules.jdbc.servers;

@OnDatabase(TestDatabase.Product.MARIADB)
class MariaDbServerTest extends ServerContract {

    @Override
    DatabaseServer shared() {
        return MariaDbServer.shared();
    }

    @Override
    DatabaseServer startDurable() {
        return MariaDbServer.startDurable();
    }

    @Override
    String expectedVersion() {
        return "11\\.4\\..*-MariaDB.*";
    }
}
