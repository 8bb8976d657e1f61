package org.privacyrules;

import org.privacyrules.consent.ConsentStore;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.fact.FactStore;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.hold.RestrictionStore;
import org.privacyrules.ledger.Journal;
import org.privacyrules.storage.Transactions;

/** The ports of one tenant's storage. The published contract suites say what each must keep. */
public interface TenantStorage {

    /**
     * Opens transactions for the stores below.
     *
     * @return the port
     */
    Transactions transactions();

    /**
     * Where facts are kept.
     *
     * @return the port
     */
    FactStore facts();

    /**
     * Where consents are kept.
     *
     * @return the port
     */
    ConsentStore consents();

    /**
     * Where restrictions are kept.
     *
     * @return the port
     */
    RestrictionStore restrictions();

    /**
     * Where legal holds are kept, and the gate between them and whoever destroys data.
     *
     * @return the port
     */
    HoldStore holds();

    /**
     * What disposal remembers.
     *
     * @return the port
     */
    DisposalStore disposals();

    /**
     * What is known of subjects.
     *
     * @return the port
     */
    KnownSubjects knownSubjects();

    /**
     * What was recorded.
     *
     * @return the port
     */
    Journal journal();

    /**
     * Where the published versions of the policy are kept.
     *
     * @return the port
     */
    PolicyStore policies();
}
