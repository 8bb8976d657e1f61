package org.privacyrules.jdbc.data;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses without the part that tells a person's connection from others: /24 of version 4, /48 of version 6. What is no address
 * becomes none: nothing of it is kept.
 */
final class Networks {

    /** Only what is written like an address is looked at, because everything else would be looked up as a host's name. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Networks() {}

    static @Nullable String of(String address) {
        if (!ADDRESS.matcher(address.strip()).matches()) {
            return null;
        }
        try {
            byte[] bytes = InetAddress.getByName(address.strip()).getAddress();
            return bytes.length == 4
                    ? (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + ".0"
                    : groups(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String groups(byte[] bytes) {
        int[] groups = new int[3];
        int last = -1;
        for (int i = 0; i < 3; i++) {
            groups[i] = ((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF);
            last = groups[i] == 0 ? last : i;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= last; i++) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.append("::").toString();
    }
}
