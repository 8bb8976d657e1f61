package org.privacyrules.disposal;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.privacyrules.disposal.DisposalPlan.Planned;

/** A plan in plain words. */
final class DisposalWords {

    private final DisposalPlan plan;
    private final StringBuilder out = new StringBuilder();

    DisposalWords(DisposalPlan plan) {
        this.plan = plan;
    }

    String text() {
        line("Due on %s by version %s of the policy: %s.", plan.today(), plan.policyVersion(), rows(plan.due()));
        plan.data().forEach(this::data);
        plan.advice().forEach(advice -> line("Advice: %s", advice));
        return out.toString();
    }

    private void data(Planned planned) {
        Tally tally = planned.tally();
        String oldest = tally.oldest().map(day -> ", the oldest of " + day).orElse("");
        line("%s (%s): %s due%s", planned.data().name(), planned.data().treatment(), rows(tally.due()), oldest);
        tally.reasons().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<Tally.Reason, Long> each) ->
                                each.getKey().category())
                        .thenComparing(each -> each.getKey().purpose())
                        .thenComparing(each -> each.getKey().why()))
                .forEach(reason -> line(
                        "  %s, for `%s`: %s, %s",
                        reason.getKey().category(),
                        reason.getKey().purpose(),
                        reason.getKey().why().words(),
                        rows(reason.getValue())));
        stays(tally.kept(), "are due and kept by a legal hold or a restriction");
        stays(tally.referenced(), "are due and stay until what refers to them is gone");
        stays(tally.nobodys(), "stay because they tell no subject: say whose they are");
        stays(tally.undated(), "stay because a date is missing: add it, nothing is guessed");
        stays(tally.awaiting(), "wait for something that has not happened yet");
        if (!planned.data().unjustifiedGo()) {
            stays(
                    tally.unjustified(),
                    "stay though nothing was ever reported that justifies them: report it, or let them go");
        }
    }

    private void stays(long count, String why) {
        if (count > 0) {
            line("  %s %s", rows(count), why);
        }
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
