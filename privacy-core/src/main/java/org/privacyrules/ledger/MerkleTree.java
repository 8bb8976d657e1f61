package org.privacyrules.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree of RFC 6962, section 2.1: SHA-256, leaves and nodes told apart by their first byte. Not thread-safe.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();

    /** The roots of full subtrees, the largest first; their sizes are the binary digits of {@link #size}. */
    private final List<byte[]> roots = new ArrayList<>();

    private long size;

    /** An empty tree. */
    public MerkleTree() {}

    /**
     * Appends a leaf.
     *
     * @param parts what it is made of, one behind the other
     */
    public void add(byte[]... parts) {
        sha256.update(LEAF);
        for (byte[] part : parts) {
            sha256.update(part);
        }
        byte[] root = sha256.digest();
        for (long full = size; (full & 1) == 1; full >>= 1) {
            root = node(roots.remove(roots.size() - 1), root);
        }
        roots.add(root);
        size++;
    }

    /**
     * How many leaves it has.
     *
     * @return 0 or more
     */
    public long size() {
        return size;
    }

    /**
     * The hash of the whole tree.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        if (roots.isEmpty()) {
            return sha256.digest();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = node(roots.get(i), root);
        }
        return root.clone();
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        sha256.update(right);
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
