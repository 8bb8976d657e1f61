package org.privacyrules.failure;

/**
 * The storage failed. Unless the code says otherwise the command was rolled back.
 *
 * <p>Carries the operation, the SQLState and the vendor's code; the driver's own text is dropped, because drivers put
 * bound values (names, addresses) into it.
 *
 * <p>Codes: {@code STORAGE_UNAVAILABLE} (nothing was done, a retry may help), {@code STORAGE_CONFLICT} (lost against
 * another transaction, nothing was done, a retry with the same operation id helps), {@code STORAGE_FAILED} (nothing was
 * done, a retry will not help), {@code COMMIT_UNKNOWN} (the connection was lost at the commit: repeat the command with the
 * same operation id, it is done at most once), {@code SCHEMA_MISSING} (the tables are
 * not there, or not as they must be), {@code UNSUPPORTED_DATABASE}.
 */
public final class StorageException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String sqlState;
    private final int vendorCode;

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
        super(code, operation + ": " + message + " [SQLState " + sqlState + ", vendor code " + vendorCode + "]");
        this.operation = operation;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
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
}
