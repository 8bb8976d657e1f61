package org.privacyrules.jdbc;

import org.privacyrules.Storage;
import org.privacyrules.contract.StorageContract;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** PostgreSQL keeps what every storage must, in tables that are cut into partitions. */
@OnDatabase(Product.POSTGRESQL)
class PostgresPartitionedStorageTest extends StorageContract {

    private static final Storage STORAGE = Stores.partitioned(Product.POSTGRESQL, 8);

    @Override
    protected Storage storage() {
        return STORAGE;
    }
}
