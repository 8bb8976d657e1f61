package org.privacyrules.disposal;

import org.privacyrules.subject.Tenant;

/** The host's own tables with personal data, mapped once: what an adapter supplies, such as {@code JdbcPersonalData}. Thread-safe. */
public interface PersonalTables {

    /** A host that has mapped no tables. */
    PersonalTables NONE = tenant -> NoTables.NONE;

    /**
     * The tables as one tenant's rules see them.
     *
     * @param tenant whose
     * @return the port
     */
    MappedTables forTenant(Tenant tenant);
}
