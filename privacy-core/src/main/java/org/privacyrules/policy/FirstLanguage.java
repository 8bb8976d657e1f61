package org.privacyrules.policy;

/** Names the policy's first language in every text that names none. */
record FirstLanguage(String tag) {

    LocalText of(LocalText text) {
        return text.named(tag);
    }

    SubjectKind of(SubjectKind kind) {
        return new SubjectKind(kind.name(), of(kind.description()));
    }

    RetentionEvent of(RetentionEvent event) {
        return new RetentionEvent(event.name(), of(event.description()), event.endOf());
    }

    Recipient of(Recipient recipient) {
        return new Recipient(
                recipient.name(),
                of(recipient.description()),
                recipient.role(),
                recipient.country(),
                recipient.safeguard());
    }

    ProcessingOnBehalf of(ProcessingOnBehalf activity) {
        return new ProcessingOnBehalf(
                activity.name(), of(activity.description()), of(activity.controllers()), activity.subProcessors());
    }

    OtherPolicy of(OtherPolicy policy) {
        return new OtherPolicy(policy.name(), of(policy.description()), policy.url());
    }

    DataCategory of(DataCategory category) {
        return new DataCategory(
                category.name(),
                of(category.description()),
                category.attributes().stream().map(this::of).toList(),
                category.sensitivity(),
                category.identifiability(),
                category.source(),
                of(category.sourceDetail()),
                category.provision(),
                of(category.refusal()),
                of(category.justification()),
                category.countries(),
                category.subjectKinds(),
                category.maximumAge());
    }
}
