package org.privacyrules.examples.glesys;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Provision;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Recipient;

/** What the company has promised: purposes, categories, recipients, and what no policy may contain. */
final class ThePolicy extends Chapter {

    private final PrivacyPolicy policy;

    ThePolicy(Scene scene) {
        super(scene, "The policy", POLICY_DAY + "09:00");
        policy = privacy.policies().inForceAt(company.clock().instant());
    }

    @Override
    void tell() {
        purposes();
        categories();
        recipients();
        contradictions();
    }

    private void purposes() {
        console.text("Version " + policy.version() + " has " + policy.purposes().size()
                + " purposes. Each rests on exactly one lawful basis.");
        Table table = Table.of("purpose", "lawful basis", "nature", "discloses to");
        policy.purposes()
                .values()
                .forEach(purpose -> table.row(
                        purpose.name(),
                        purpose.basis().describe(),
                        words(purpose.nature()),
                        listed(purpose.recipients())));
        console.table(table);
    }

    private void categories() {
        console.text("It speaks of " + policy.categories().size() + " categories of data.");
        Table table =
                Table.of("category", "leads to a person", "comes from", "must it be given?", "sensitivity", "only in");
        policy.categories()
                .values()
                .forEach(category -> table.row(
                        category.name(),
                        words(category.identifiability()),
                        words(category.source()),
                        words(category.provision()),
                        words(category.sensitivity()),
                        listed(category.countries())));
        console.table(table);
        expectMasterData();
        expectVoluntary();
        expectIdentifiability();
        expectSources();
        expect(
                Promise.M26,
                "No category of data is without a purpose",
                usedCategories().containsAll(policy.categories().keySet()));
    }

    private void expectMasterData() {
        DataCategory number = category(DataCategories.PERSONAL_NUMBER);
        expect(
                Promise.M5,
                "The personal number is a national identification number and belongs to Sweden only",
                number.sensitivity() == Sensitivity.NATIONAL_ID
                        && number.countries().equals(Set.of("SE")));
    }

    private void expectVoluntary() {
        expect(
                Promise.M12,
                "A customer's name is required; the name of an invited person and a message to support are voluntary",
                category(DataCategories.NAME).provision() == Provision.REQUIRED
                        && category(DataCategories.INVITEE_NAME).provision() == Provision.VOLUNTARY
                        && category(DataCategories.SUPPORT_CORRESPONDENCE).provision() == Provision.VOLUNTARY);
    }

    private void expectIdentifiability() {
        expect(
                Promise.M16,
                "Names are direct, addresses and devices in logs linkable, monthly counts anonymous",
                category(DataCategories.NAME).identifiability() == Identifiability.DIRECT
                        && category(DataCategories.LOGGED_ADDRESS).identifiability() == Identifiability.LINKABLE
                        && category(DataCategories.DEVICE_TYPE).identifiability() == Identifiability.LINKABLE
                        && category(DataCategories.USAGE_STATISTICS).identifiability() == Identifiability.ANONYMOUS);
    }

    private void expectSources() {
        expect(
                Promise.M17,
                "What a social network passes on is marked as coming from somebody else",
                category(DataCategories.SOCIAL_PROFILE).source() == Source.THIRD_PARTY);
        expect(
                Promise.M8,
                "So is what a customer tells about a contact person",
                category(DataCategories.CONTACT_PERSON).source() == Source.THIRD_PARTY);
    }

    private void recipients() {
        console.text("Data go to " + policy.recipients().size() + " recipients, and to nobody else.");
        Table table = Table.of("recipient", "role", "in", "what it does", "for");
        policy.recipients()
                .values()
                .forEach(recipient -> table.row(
                        recipient.name(),
                        words(recipient.role()),
                        recipient.country(),
                        recipient.description().forLocale(Locale.ENGLISH),
                        listed(purposesDisclosingTo(recipient))));
        console.table(table);
        expectRoles();
    }

    private void expectRoles() {
        expect(
                Promise.M2,
                "Every recipient has a role: processors, joint controllers and separate controllers are told apart",
                policy.recipients().values().stream()
                                .map(Recipient::role)
                                .collect(Collectors.toSet())
                                .size()
                        == 3);
        expect(
                Promise.M14,
                "The social network is a controller of its own; ours is only the answering of what it passes on",
                Objects.requireNonNull(policy.recipients().get("social-network"))
                                        .role()
                                == Recipient.Role.SEPARATE_CONTROLLER
                        && policy.purpose(Purposes.SOCIAL_MEDIA)
                                .categories()
                                .equals(Set.of(DataCategories.SOCIAL_PROFILE)));
    }

    private void contradictions() {
        console.text("A policy that contradicts itself or the law is not accepted. All errors are named at once:");
        expect(
                Promise.M9,
                "A service message that one could opt out of, and a purpose with a forgotten basis, are not accepted",
                refusedAs(
                        "INVALID_POLICY",
                        () -> PrivacyPolicy.builder()
                                .version("draft")
                                .effectiveFrom(company.clock().today())
                                .zone(CompanyPolicy.ZONE)
                                .subjectKind("customer", "has an account")
                                .category(
                                        "contact-details",
                                        category -> category.describedAs("How a customer is reached"))
                                .purpose(
                                        "outages",
                                        purpose -> purpose.legitimateInterests("to inform", "LIA-2018-99")
                                                .nature(Purpose.Nature.SERVICE_MESSAGE)
                                                .carriedBy("customer")
                                                .uses("contact-details"))
                                .purpose(
                                        "statistics",
                                        purpose -> purpose.carriedBy("costumer").uses("contact-details"))
                                .build()));
    }

    private DataCategory category(String name) {
        return Objects.requireNonNull(policy.categories().get(name), name);
    }

    private Set<String> usedCategories() {
        return policy.purposes().values().stream()
                .flatMap(purpose -> purpose.categories().stream())
                .collect(Collectors.toSet());
    }

    private List<String> purposesDisclosingTo(Recipient recipient) {
        return policy.purposes().values().stream()
                .filter(purpose -> purpose.recipients().contains(recipient.name()))
                .map(Purpose::name)
                .toList();
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }
}
