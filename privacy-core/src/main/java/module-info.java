/** The domain: policies, consent, decisions, with storage behind ports. */
module org.privacyrules.core {
    requires com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.dataformat.yaml;
    requires static org.yaml.snakeyaml;
    requires transitive jakarta.validation;
    requires static transitive org.jspecify;

    exports org.privacyrules;
    exports org.privacyrules.calendar;
    exports org.privacyrules.consent;
    exports org.privacyrules.decision;
    exports org.privacyrules.disposal;
    exports org.privacyrules.document;
    exports org.privacyrules.fact;
    exports org.privacyrules.failure;
    exports org.privacyrules.hold;
    exports org.privacyrules.ledger;
    exports org.privacyrules.memory;
    exports org.privacyrules.policy;
    exports org.privacyrules.report;
    exports org.privacyrules.retention;
    exports org.privacyrules.storage;
    exports org.privacyrules.subject;
}
