package org.privacyrules.jdbc.mixups;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.RelationReport;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** All that can be done to a person. */
enum Deed {
    BEGIN_CUSTOMER,
    COUNTRY,
    OF_AGE,
    NOTICE,
    GIVE,
    GIVE_TO_CONFIRM,
    CONFIRM,
    REFUSE,
    DISMISS,
    OBJECT,
    LIFT_OBJECTION,
    IMPORT,
    RESTRICT,
    WITHDRAW,
    LIFT_RESTRICTION,
    END_CUSTOMER,
    MERGE_FROM,
    MERGE_INTO;

    /** One tenant's rules, with the ports that have no front door yet. */
    record Doer(PrivacyRules rules, TenantStorage ports, SettableClock clock) {}

    /** Whom the deed changes beside the one to whom it is done: an account that nobody mistakes for another. */
    static SubjectId companion(Who who) {
        return SubjectId.of("companion of " + Integer.toHexString(who.key().hashCode())
                + who.key().length());
    }

    boolean hasCompanion() {
        return this == MERGE_FROM || this == MERGE_INTO;
    }

    /** Does it to one person. */
    void on(Doer doer, Who who, OperationId operation) {
        PrivacyRules rules = doer.rules();
        SubjectId subject = who.subject();
        LocalDate today =
                LocalDate.ofInstant(doer.clock().instant(), doer.clock().getZone());
        Evidence said = Fixture.said();
        switch (this) {
            case BEGIN_CUSTOMER ->
                rules.subjects()
                        .reportAll(List.of(new RelationReport(
                                operation, subject, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()))));
            case COUNTRY -> rules.subjects().reportCountry(operation, subject, "NO");
            case OF_AGE -> rules.subjects().reportOfAgeFrom(operation, subject, today.minusYears(3));
            case NOTICE -> rules.subjects().reportNoticeShown(operation, subject);
            case GIVE -> rules.consents().give(operation, subject, "tracking", shown(doer, "tracking"));
            case GIVE_TO_CONFIRM -> rules.consents().give(operation, subject, "digest", shown(doer, "digest"));
            case CONFIRM -> rules.consents().confirm(operation, subject, "digest", said);
            case REFUSE -> rules.consents().refuse(operation, subject, "survey", said);
            case DISMISS -> rules.consents().dismiss(operation, subject, "survey", said);
            case OBJECT -> rules.consents().objectTo(operation, subject, "product-news", said);
            case LIFT_OBJECTION -> rules.consents().liftObjection(operation, subject, "product-news", said);
            case IMPORT -> importOne(doer, subject, operation);
            case RESTRICT, LIFT_RESTRICTION -> restrict(doer, subject, operation);
            case WITHDRAW -> rules.consents().withdraw(operation, subject, "tracking", said);
            case END_CUSTOMER -> rules.subjects().report(operation, subject, Fixture.CUSTOMER, Fact.endedOn(today));
            case MERGE_FROM -> rules.consents().merge(operation, subject, companion(who), said);
            case MERGE_INTO -> rules.consents().merge(operation, companion(who), subject, said);
        }
    }

    private static Evidence shown(Doer doer, String purpose) {
        return Fixture.shown(Fixture.shownText(doer.rules(), purpose, doer.clock()));
    }

    private static void importOne(Doer doer, SubjectId subject, OperationId operation) {
        Evidence crm = Evidence.of(Channel.IMPORT, "crm", Actor.system("import"))
                .showing(Fixture.shownText(doer.rules(), "digest", doer.clock()));
        doer.rules()
                .consents()
                .importAll(List.of(new ImportedConsent(
                        operation.toString(),
                        subject,
                        "digest",
                        ConsentStatus.WITHDRAWN,
                        doer.clock().instant().minus(Duration.ofSeconds(1)),
                        crm)));
    }

    private void restrict(Doer doer, SubjectId subject, OperationId operation) {
        RestrictionEvent event = this == RESTRICT
                ? RestrictionEvent.placed(
                        operation, subject, doer.clock().instant(), "1", Ground.ACCURACY_CONTESTED, Actor.staff("7"))
                : RestrictionEvent.lifted(operation, subject, doer.clock().instant(), "1", Actor.staff("7"));
        doer.ports().transactions().oneCall(open -> doer.ports().restrictions().record(open, event));
    }
}
