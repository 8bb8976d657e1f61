package org.privacyrules.jdbc.servers;

import com.sun.security.auth.module.UnixSystem;
import org.opentest4j.TestAbortedException;

/** What the tests run on. */
final class Machine {

    private Machine() {}

    /** The one platform that the server archives are for. */
    static boolean isLinuxAmd64() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** Aborts the test where there is no server to start; never on the platform where there is one. */
    static void requireServersOf(String product, String property) {
        if (!isLinuxAmd64()) {
            throw new TestAbortedException(withoutServers(product, property));
        }
    }

    static String withoutServers(String product, String property) {
        return "The build starts " + product + " on linux-amd64 only; elsewhere name a server: -D" + property
                + "=jdbc:... (and .user, .password in place of .url)";
    }

    static long userId() {
        return new UnixSystem().getUid();
    }
}
