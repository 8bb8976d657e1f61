package org.privacyrules.jdbc.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.RelationReport;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Everything that a host does with a storage. */
enum UseCase {
    GIVE {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().give(operation, SubjectId.of(key), "tracking", shown(scene, "tracking"));
        }
    },
    GIVE_WITH_DOUBLE_OPT_IN {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().give(operation, SubjectId.of(key), "digest", shown(scene, "digest"));
        }
    },
    CONFIRM {
        @Override
        void prepare(Scene scene, String key) {
            scene.rules().consents().give(SubjectId.of(key), "digest", shown(scene, "digest"));
        }

        @Override
        int prepared() {
            return 1;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().confirm(operation, SubjectId.of(key), "digest", Fixture.said());
        }
    },
    WITHDRAW {
        @Override
        void prepare(Scene scene, String key) {
            scene.rules().consents().give(SubjectId.of(key), "tracking", shown(scene, "tracking"));
        }

        @Override
        int prepared() {
            return 1;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().withdraw(operation, SubjectId.of(key), "tracking", Fixture.said());
        }
    },
    OBJECT {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().objectTo(operation, SubjectId.of(key), "product-news", Fixture.said());
        }
    },
    LIFT {
        @Override
        void prepare(Scene scene, String key) {
            scene.rules().consents().objectTo(SubjectId.of(key), "product-news", Fixture.said());
        }

        @Override
        int prepared() {
            return 1;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().liftObjection(operation, SubjectId.of(key), "product-news", Fixture.said());
        }
    },
    REFUSE {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().refuse(operation, SubjectId.of(key), "survey", Fixture.said());
        }
    },
    DISMISS {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().consents().dismiss(operation, SubjectId.of(key), "survey", Fixture.said());
        }
    },
    IMPORT {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .consents()
                    .importAll(Stream.of("tracking", "survey", "digest")
                            .map(purpose -> new ImportedConsent(
                                    operation + purpose,
                                    SubjectId.of(key),
                                    purpose,
                                    ConsentStatus.WITHDRAWN,
                                    Fixture.START.plus(Duration.ofHours(1)),
                                    Evidence.of(Channel.IMPORT, "crm", Actor.system("import"))))
                            .toList());
        }
    },
    MERGE {
        @Override
        List<SubjectId> subjects(String key) {
            return List.of(SubjectId.of(key), SubjectId.of("visitor-" + key));
        }

        @Override
        void prepare(Scene scene, String key) {
            SubjectId visitor = SubjectId.of("visitor-" + key);
            scene.rules().consents().give(visitor, "tracking", shown(scene, "tracking"));
            scene.rules().consents().refuse(visitor, "survey", Fixture.said());
        }

        @Override
        int prepared() {
            return 2;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .consents()
                    .merge(operation, SubjectId.of("visitor-" + key), SubjectId.of(key), Fixture.said());
        }
    },
    BEGIN {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .subjects()
                    .report(operation, SubjectId.of(key), Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        }
    },
    END {
        @Override
        void prepare(Scene scene, String key) {
            BEGIN.perform(scene, OperationId.random(), key);
        }

        @Override
        int prepared() {
            return 1;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .subjects()
                    .report(operation, SubjectId.of(key), Fixture.CUSTOMER, Fact.endedOn(Fixture.longAgo()));
        }
    },
    REPORT_MANY {
        @Override
        List<SubjectId> subjects(String key) {
            return List.of(SubjectId.of(key), SubjectId.of("other-" + key));
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .subjects()
                    .reportAll(subjects(key).stream()
                            .map(subject -> new RelationReport(
                                    operation, subject, Fixture.CUSTOMER, Fact.since(Fixture.longAgo())))
                            .toList());
        }
    },
    COUNTRY {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().subjects().reportCountry(operation, SubjectId.of(key), "SE");
        }
    },
    RESTRICT {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .restrictions()
                    .place(operation, SubjectId.of(key), Ground.ACCURACY_CONTESTED, Actor.staff("7"));
        }
    },
    PLACE_HOLD {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return place(scene, operation, key);
        }

        @Override
        int stored(Scene scene, String key) {
            return super.stored(scene, key) + heldOrReleased(scene, key);
        }
    },
    RELEASE_HOLD {
        @Override
        void prepare(Scene scene, String key) {
            place(scene, holdOf(key), key);
        }

        @Override
        int prepared() {
            return 2;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().holds().release(operation, holdOf(key), Fixture.release());
        }

        @Override
        int stored(Scene scene, String key) {
            return super.stored(scene, key) + heldOrReleased(scene, key);
        }
    },
    ENTER_GATE {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.store().transactions().inTransaction(transaction -> {
                scene.store().holds().enterGate(transaction);
                return scene.store().holds().active(transaction).size();
            });
        }
    },
    PUBLISH {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            TenantStorage own = scene.storage().forTenant(new Tenant(key));
            return own.transactions().inTransaction(transaction -> {
                own.policies().lockAll(transaction);
                scene.published().forEach(policy -> own.policies().publish(transaction, policy));
                return "published";
            });
        }

        @Override
        int stored(Scene scene, String key) {
            return scene.storage().forTenant(new Tenant(key)).policies().all().size();
        }
    },
    LOOK_UP {
        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules().recorded(SubjectId.of(key), operation).isPresent();
        }
    },
    CHECK {
        @Override
        void prepare(Scene scene, String key) {
            WITHDRAW.prepare(scene, key);
            BEGIN.perform(scene, OperationId.random(), key);
        }

        @Override
        int prepared() {
            return 2;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .decisions()
                    .check(SubjectId.of(key), "tracking")
                    .permitted();
        }
    },
    PERMITTED_LIST {
        @Override
        void prepare(Scene scene, String key) {
            CHECK.prepare(scene, key);
        }

        @Override
        int prepared() {
            return 2;
        }

        @Override
        Object perform(Scene scene, OperationId operation, String key) {
            return scene.rules()
                    .decisions()
                    .permitted("tracking", Stream.of(SubjectId.of(key), SubjectId.of("nobody")))
                    .count();
        }
    };

    private static OperationId holdOf(String key) {
        return OperationId.derived("hold", key);
    }

    private static Object place(Scene scene, OperationId operation, String key) {
        return scene.rules()
                .holds()
                .place(
                        operation,
                        "case",
                        HoldScope.of(SubjectId.of(key)),
                        "a claim",
                        LocalDate.of(2027, 1, 1),
                        Actor.staff("7"));
    }

    /** One for each hold, and one for its release. */
    private static int heldOrReleased(Scene scene, String key) {
        return scene.store().holds().all().stream()
                .filter(hold -> hold.scope().subject().equals(Optional.of(SubjectId.of(key))))
                .mapToInt(hold -> hold.active() ? 1 : 2)
                .sum();
    }

    private static Evidence shown(Scene scene, String purpose) {
        return Fixture.shown(Fixture.shownText(scene.rules(), purpose, scene.clock()));
    }

    /** Whose entries it writes. */
    List<SubjectId> subjects(String key) {
        return List.of(SubjectId.of(key));
    }

    /** What was there before. */
    void prepare(Scene scene, String key) {}

    /** How much that is. */
    int prepared() {
        return 0;
    }

    /** Does it, and gives the answer. */
    abstract Object perform(Scene scene, OperationId operation, String key);

    /** How much is stored: all that it stores is one transaction. */
    int stored(Scene scene, String key) {
        return subjects(key).stream()
                .mapToInt(subject -> scene.history(subject).size())
                .sum();
    }
}
