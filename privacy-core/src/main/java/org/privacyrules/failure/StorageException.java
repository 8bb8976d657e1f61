package org.privacyrules.failure;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The storage failed. Unless the code says otherwise the command was rolled back and nothing was done.
 *
 * <p>Carries the operation, the SQLState and the vendor's code; the driver's own text is dropped, because drivers put
 * bound values (names, addresses) into it.
 *
 * <p>Codes, and what helps: {@code STORAGE_CONFLICT} (lost against another transaction several times: again),
 * {@code STORAGE_BUSY} (waited too long for a lock, or too slow: later), {@code STORAGE_UNAVAILABLE} (cannot be reached: later),
 * {@code STORAGE_READ_ONLY} (a replica or a database in maintenance: the right database), {@code STORAGE_FULL} (disk or memory of
 * the server: make room), {@code STORAGE_FORBIDDEN} (the database user lacks a right: the grants of {@code SchemaScripts}),
 * {@code STORAGE_FAILED} (anything else), {@code SCHEMA_MISSING} and {@code SCHEMA_WRONG} (the tables are not there, or not as they
 * must be), {@code UNSUPPORTED_DATABASE}, {@code NOT_DURABLE}.
 *
 * <p>{@code COMMIT_UNKNOWN} is the one that does not say that nothing was done: the connection was lost at the commit, and
 * trying again did not tell. Repeat the command with the same operation id, it is done at most once; {@link #operationId()} tells
 * the id if you gave none. Or ask {@code PrivacyRules.recorded}.
 */
public final class StorageException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String sqlState;
    private final int vendorCode;
    private final @Nullable UUID operationId;

    /**
     * Creates an exception.
     *
     * @param code one of the codes above
     * @param message what to do about it
     * @param operation what the library was doing, such as {@code "record consent"}
     * @param sqlState the five characters of the SQLState, empty if the driver gave none
     * @param vendorCode the database's own error number, 0 if none
     */
    public StorageException(String code, String message, String operation, String sqlState, int vendorCode) {
        this(code, text(message, operation, sqlState, vendorCode), operation, sqlState, vendorCode, null);
    }

    private StorageException(
            String code, String text, String operation, String sqlState, int vendorCode, @Nullable UUID operationId) {
        super(code, text);
        this.operation = operation;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
        this.operationId = operationId;
    }

    private static String text(String message, String operation, String sqlState, int vendorCode) {
        return operation + ": " + message + " [SQLState " + sqlState + ", vendor code " + vendorCode + "]";
    }

    /**
     * The same with the command that failed.
     *
     * @param id the command's operation id
     * @return an exception to be thrown in place of this one
     */
    public StorageException of(UUID id) {
        return new StorageException(code(), String.valueOf(getMessage()), operation, sqlState, vendorCode, id);
    }

    /**
     * What the library was doing.
     *
     * @return for example {@code "record consent"}
     */
    public String operation() {
        return operation;
    }

    /**
     * The driver's SQLState.
     *
     * @return five characters, or empty if the driver gave none
     */
    public String sqlState() {
        return sqlState;
    }

    /**
     * The database's own error number.
     *
     * @return 0 if the driver gave none
     */
    public int vendorCode() {
        return vendorCode;
    }

    /**
     * The command of which it is not known whether it was done.
     *
     * @return present with {@code COMMIT_UNKNOWN}; of a transaction with several commands the first
     */
    public Optional<UUID> operationId() {
        return Optional.ofNullable(operationId);
    }
}
