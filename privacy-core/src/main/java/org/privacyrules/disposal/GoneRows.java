package org.privacyrules.disposal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.privacyrules.ledger.MerkleTree;

/** Counts the rows of a chunk that are gone, and keeps of their keys no more than proves later which they were. */
final class GoneRows implements Consumer<byte[]> {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt = new byte[16];
    private final MerkleTree tree = new MerkleTree();

    GoneRows() {
        RANDOM.nextBytes(salt);
    }

    @Override
    public void accept(byte[] key) {
        tree.add(salt, key);
    }

    long count() {
        return tree.size();
    }

    String salt() {
        return HexFormat.of().formatHex(salt);
    }

    String root() {
        return HexFormat.of().formatHex(tree.root());
    }
}
