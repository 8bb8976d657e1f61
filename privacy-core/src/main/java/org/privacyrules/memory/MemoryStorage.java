package org.privacyrules.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.subject.Tenant;

/**
 * Storage that lives and dies with the JVM. It keeps every promise of the ports but durability. Commands of one tenant are
 * serialised; reads wait for nobody. Thread-safe.
 */
public final class MemoryStorage implements Storage {

    private final Map<Tenant, MemoryTenant> tenants = new ConcurrentHashMap<>();

    private MemoryStorage() {}

    /**
     * A new, empty storage.
     *
     * @return the storage
     */
    public static MemoryStorage create() {
        return new MemoryStorage();
    }

    @Override
    public TenantStorage forTenant(Tenant tenant) {
        return tenants.computeIfAbsent(tenant, unseen -> new MemoryTenant());
    }

    @Override
    public String toString() {
        return "memory";
    }
}
