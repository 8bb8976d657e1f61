package org.privacyrules.subject;

import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacyrules.subject.SwedishNumber.Kind;

/** What a constraint on Swedish numbers accepts: numbers of some kinds, and null. */
record AcceptedNumbers(Set<Kind> kinds) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    boolean accept(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        LocalDate today =
                LocalDate.ofInstant(context.getClockProvider().getClock().instant(), SWEDEN);
        return SwedishNumber.parse(value.toString(), today)
                .filter(number -> kinds.contains(number.kind()))
                .isPresent();
    }
}
