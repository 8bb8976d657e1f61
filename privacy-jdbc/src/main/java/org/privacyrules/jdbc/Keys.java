package org.privacyrules.jdbc;

import java.nio.charset.StandardCharsets;
import org.privacyrules.subject.Tenant;

/** Key columns hold bytes: no collation can make two of them equal. */
final class Keys {

    private Keys() {}

    static byte[] of(Tenant tenant) {
        return tenant.name().getBytes(StandardCharsets.US_ASCII);
    }
}
