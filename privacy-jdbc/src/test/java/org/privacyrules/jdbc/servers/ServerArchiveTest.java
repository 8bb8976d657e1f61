package org.privacyrules.jdbc.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerArchiveTest {

    @TempDir
    Path temporary;

    @Test
    void a_folder_of_our_own_is_trusted() throws IOException {
        assertEquals(folder("rwxr-xr-x"), ServerArchive.trusted(temporary.resolve("servers")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
    void a_folder_that_others_may_write_to_is_refused_with_the_remedy(String permissions) throws IOException {
        Path folder = folder(permissions);
        var refused = assertThrows(IllegalStateException.class, () -> ServerArchive.trusted(folder));
        assertTrue(refused.getMessage().contains("can be written to by others"), refused.getMessage());
        assertTrue(refused.getMessage().contains("remove it"), refused.getMessage());
    }

    @Test
    void a_link_to_a_folder_of_our_own_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder("rwxr-xr-x"));
        assertThrows(IllegalStateException.class, () -> ServerArchive.trusted(link));
    }

    @Test
    void a_folder_of_somebody_else_is_refused_with_the_remedy() throws IOException {
        Path foreign = foreign();
        var refused = assertThrows(IllegalStateException.class, () -> ServerArchive.trusted(foreign));
        assertTrue(refused.getMessage().contains("does not belong to the current user"), refused.getMessage());
        assertTrue(refused.getMessage().contains("remove it"), refused.getMessage());
    }

    /** Root can give a folder away; everybody else has root's. */
    private Path foreign() throws IOException {
        if (Machine.userId() != 0) {
            return Path.of("/");
        }
        return Files.setAttribute(folder("rwxr-xr-x"), "unix:uid", 65534);
    }

    private Path folder(String permissions) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("servers"));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
