package org.privacyrules.report;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.failure.PrivacyException;

/**
 * Writes the documents of a policy from a build: {@code java org.privacyrules.report.WriteDocuments policy.yaml docs/privacy}.
 * With {@code --check} it writes nothing and fails if what is there is not what would be written.
 */
public final class WriteDocuments {

    private static final int FINE = 0;
    private static final int STALE = 1;
    private static final int FAILED = 2;

    private static final String USAGE = "usage: WriteDocuments <policy.yaml|.yml|.json> <directory> [--check]";

    private WriteDocuments() {}

    /**
     * Writes or checks. It returns if all is well, so that a build in the same process goes on; else it ends the process: with
     * 1 if {@code --check} found differences, with 2 if the policy or a file cannot be read or written.
     *
     * @param arguments the policy's file, the directory, and {@code --check} if nothing is to be written
     */
    public static void main(String... arguments) {
        int code = run(
                List.of(arguments),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        if (code != FINE) {
            System.exit(code);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean checking = arguments.size() == 3 && arguments.get(2).equals("--check");
        if (arguments.size() != 2 && !checking) {
            err.println(USAGE);
            return FAILED;
        }
        try {
            GeneratedDocuments documents = GeneratedDocuments.of(PolicyDocument.read(Path.of(arguments.get(0))));
            Path directory = Path.of(arguments.get(1));
            return checking ? check(documents, directory, err) : write(documents, directory, out);
        } catch (PrivacyException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private static int check(GeneratedDocuments documents, Path directory, PrintStream err) {
        List<String> differences = documents.differences(directory);
        differences.forEach(err::println);
        return differences.isEmpty() ? FINE : STALE;
    }

    private static int write(GeneratedDocuments documents, Path directory, PrintStream out) {
        documents.write(directory).forEach(out::println);
        out.println("The documents say what the policy says.");
        return FINE;
    }
}
