package org.privacyrules.examples.glesys;

import java.util.List;
import java.util.stream.Collectors;
import org.privacyrules.examples.glesys.Expectations.Expectation;

/** The tour claimed something that was not so. */
final class ExpectationsFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpectationsFailedException(List<Expectation> failed, int total) {
        super(failed.size() + " of " + total + " expectations failed:"
                + failed.stream().map(each -> "\n  " + each).collect(Collectors.joining()));
    }
}
