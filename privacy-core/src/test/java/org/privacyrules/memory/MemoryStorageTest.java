package org.privacyrules.memory;

import org.junit.jupiter.api.Nested;
import org.privacyrules.Storage;
import org.privacyrules.contract.ConsentStoreContract;
import org.privacyrules.contract.FactStoreContract;
import org.privacyrules.contract.KnownSubjectsContract;
import org.privacyrules.contract.RestrictionStoreContract;
import org.privacyrules.contract.TransactionsContract;

/** Memory storage keeps what every storage must. */
class MemoryStorageTest {

    private static final Storage STORAGE = MemoryStorage.create();

    @Nested
    class Consents extends ConsentStoreContract {
        @Override
        protected Storage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Facts extends FactStoreContract {
        @Override
        protected Storage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Restrictions extends RestrictionStoreContract {
        @Override
        protected Storage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Storage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Known extends KnownSubjectsContract {
        @Override
        protected Storage storage() {
            return STORAGE;
        }
    }
}
