package org.privacyrules.jdbc.leaks;

import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** What this module's tests log to: nothing is printed, and a test may listen to what is said at INFO and above. */
public final class CapturedLogs implements SLF4JServiceProvider {

    private static volatile Consumer<String> listener = CapturedLogs::drop;

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    private static void drop(String line) {}

    static void tell(Consumer<String> who) {
        listener = who;
    }

    static void tellNobody() {
        listener = CapturedLogs::drop;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Captured::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Captured extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        Captured(String name) {
            this.name = name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable throwable) {
            listener.accept(
                    level + " " + name + " " + message + " " + Arrays.deepToString(arguments) + Said.textOf(throwable));
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
