package org.privacyrules.jdbc;

import java.util.Collections;

/** Every statement for H2, in one place. */
final class H2Sql {

    /**
     * Locks the guard row, or makes it, and gives the command its sequence and instant. No row comes back if the operation was
     * recorded before. Parameters: operation, tenant, key, instant, tenant, key, ref, salt, instant.
     */
    static final String BUMP_GUARD = """
            select ref, seq, recorded_at from final table (
              merge into privacy_subject s
              using (select cast(? as uuid) operation_id) o
              on s.tenant = ? and s.subject_key = ?
              when matched and not exists (
                  select 1 from privacy_journal j where j.ref = s.ref and j.operation_id = o.operation_id)
                then update set seq = s.seq + 1, recorded_at = greatest(s.recorded_at, cast(? as timestamp(6)))
              when not matched
                then insert (tenant, subject_key, ref, salt, seq, recorded_at) values (?, ?, ?, ?, 1, ?))
            """;

    /** Makes a guard row if there is none. Parameters: tenant, key, tenant, key, ref, salt, instant. */
    static final String ENSURE_GUARD = """
            merge into privacy_subject s
            using (select 1) o
            on s.tenant = ? and s.subject_key = ?
            when not matched
              then insert (tenant, subject_key, ref, salt, seq, recorded_at) values (?, ?, ?, ?, 0, ?)
            """;

    /** Parameters: tenant, key. */
    static final String LOCK_GUARD = "select seq from privacy_subject where tenant = ? and subject_key = ? for update";

    /** Parameters: ref, operation, entry, sequence, recorded at, clock, kind, policy version, purpose, payload, format. */
    static final String INSERT_JOURNAL = """
            insert into privacy_journal
              (ref, operation_id, entry_id, seq, recorded_at, clock_at, kind, policy_version, purpose, payload, format)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * Parameters: tenant, key, aspect, status, sequence, since, until, text version, guardian, pending text version, pending
     * until, pending guardian, value.
     */
    static final String PUT_STATE = """
            merge into privacy_subject_state
              (tenant, subject_key, aspect, status, seq, since, until, text_version, by_guardian,
               pending_text_version, pending_until, pending_by_guardian, fact_value)
            key (tenant, subject_key, aspect)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Parameters: entry, ref, operation. */
    static final String INSERT_PENDING =
            "insert into privacy_ledger_pending (entry_id, ref, operation_id) values (?, ?, ?)";

    /** Parameters: tenant, key, instant. */
    static final String ENTRIES = entries(
            "j.seq <= (select max(told.seq) from privacy_journal told where told.ref = s.ref and told.clock_at <= ?)"
                    + " order by j.seq");

    /** Parameters: tenant, key, operation. */
    static final String ENTRY_OF_OPERATION = entries("j.operation_id = ?");

    static final String STATE_COLUMNS =
            "subject_key, aspect, status, seq, since, until, text_version, by_guardian, pending_text_version, pending_until,"
                    + " pending_by_guardian, fact_value";

    /** Parameters: tenant, key. */
    static final String STATES =
            "select " + STATE_COLUMNS + " from privacy_subject_state where tenant = ? and subject_key = ?";

    /**
     * H2 finds rows by a list of keys only if it joins them, and only if nothing else is asked: so all aspects are read.
     * Parameters: the keys as one array, tenant.
     */
    static final String STATES_OF =
            "select " + STATE_COLUMNS + " from unnest(cast(? as varbinary(255) array)) k(wanted)"
                    + " join privacy_subject_state on tenant = ? and subject_key = k.wanted";

    static final String POLICY_COLUMNS = "version, effective_from, hash, document, published_at";

    /** Makes or writes the guard row: H2 waits for another one that does. Parameters: tenant. */
    static final String LOCK_POLICIES = "merge into privacy_policy_guard (tenant, held) key (tenant) values (?, true)";

    /** Parameters: tenant. */
    static final String POLICIES =
            "select " + POLICY_COLUMNS + " from privacy_policy_version where tenant = ? order by effective_from";

    /** Parameters: tenant, version, start. */
    static final String POLICIES_LIKE = "select " + POLICY_COLUMNS
            + " from privacy_policy_version where tenant = ? and (version = ? or effective_from = ?)";

    /** Parameters: tenant, version, start, hash, document, published at. */
    static final String INSERT_POLICY = """
            insert into privacy_policy_version (tenant, version, effective_from, hash, document, published_at)
            values (?, ?, ?, ?, ?, ?)
            """;

    private H2Sql() {}

    private static String entries(String condition) {
        return """
                select j.operation_id, j.entry_id, j.seq, j.recorded_at, j.clock_at, j.kind, j.policy_version, j.purpose, j.payload
                from privacy_subject s join privacy_journal j on j.ref = s.ref
                where s.tenant = ? and s.subject_key = ? and\s""" + condition;
    }

    /** Parameters: tenant, the aspects, the last key of the previous page, how many rows. */
    static String statesAfter(int aspects) {
        return "select " + STATE_COLUMNS + " from privacy_subject_state where tenant = ? and aspect in ("
                + marks(aspects) + ") and subject_key > ? order by subject_key fetch first ? rows only";
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
