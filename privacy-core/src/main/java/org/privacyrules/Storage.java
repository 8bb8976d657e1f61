package org.privacyrules;

import org.privacyrules.subject.Tenant;

/** A storage for any number of tenants: what an adapter supplies. Thread-safe. */
public interface Storage {

    /**
     * The ports of one tenant.
     *
     * @param tenant whose
     * @return ports that see nothing of another tenant
     * @throws org.privacyrules.failure.StorageException if the storage is not ready, such as code {@code SCHEMA_MISSING}
     */
    TenantStorage forTenant(Tenant tenant);
}
