package org.privacyrules.contract;

import org.junit.jupiter.api.Nested;
import org.privacyrules.Storage;

/** What every storage must keep, port by port. An adapter extends this class and {@link HistoryContract}. */
public abstract class StorageContract {

    /** Makes the suites. */
    protected StorageContract() {}

    /**
     * The storage under test; tests share it, each with a tenant of its own.
     *
     * @return the same storage each time
     */
    protected abstract Storage storage();

    @Nested
    final class Consents extends ConsentStoreContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Facts extends FactStoreContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Restrictions extends RestrictionStoreContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Holds extends HoldStoreContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Disposals extends DisposalStoreContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Transactions extends TransactionsContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Policies extends PolicyStoreContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Rollouts extends RolloutContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }

    @Nested
    final class Known extends KnownSubjectsContract {
        @Override
        protected Storage storage() {
            return StorageContract.this.storage();
        }
    }
}
