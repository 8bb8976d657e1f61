package org.privacyrules.benchmarks.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.privacyrules.jdbc.servers.DatabaseServer;
import org.wso2.carbon.consent.mgt.core.dao.ReceiptDAO;
import org.wso2.carbon.consent.mgt.core.dao.impl.PIICategoryDAOImpl;
import org.wso2.carbon.consent.mgt.core.dao.impl.PurposeCategoryDAOImpl;
import org.wso2.carbon.consent.mgt.core.dao.impl.PurposeDAOImpl;
import org.wso2.carbon.consent.mgt.core.dao.impl.ReceiptDAOImpl;
import org.wso2.carbon.consent.mgt.core.exception.ConsentManagementException;
import org.wso2.carbon.consent.mgt.core.internal.ConsentManagerComponentDataHolder;
import org.wso2.carbon.consent.mgt.core.model.PIICategory;
import org.wso2.carbon.consent.mgt.core.model.PIICategoryValidity;
import org.wso2.carbon.consent.mgt.core.model.Purpose;
import org.wso2.carbon.consent.mgt.core.model.PurposeCategory;
import org.wso2.carbon.consent.mgt.core.model.ReceiptInput;
import org.wso2.carbon.consent.mgt.core.model.ReceiptPurposeInput;
import org.wso2.carbon.consent.mgt.core.model.ReceiptServiceInput;

/** Consent receipts as WSO2's consent management keeps them: one purpose with one category each, by its data access classes. */
final class Receipts implements AutoCloseable {

    private static final int TENANT = -1234;
    private static final String SERVICE = "web-site";

    private final ReceiptDAO receipts = new ReceiptDAOImpl();
    private final HikariDataSource pool;
    private final int purpose;
    private final int purposeCategory;
    private final int category;
    private int size;

    /** The schema is WSO2's own script for PostgreSQL. */
    Receipts(DatabaseServer server, Path schema, int connections)
            throws SQLException, IOException, ConsentManagementException {
        pool = Bed.pool(server.url(server.createDatabase()), server.user(), server.password(), connections);
        Bed.execute(pool, List.of(Files.readString(schema)));
        ConsentManagerComponentDataHolder.getInstance().setDataSource(pool);
        purpose = new PurposeDAOImpl()
                .addPurpose(new Purpose("tracking", "to follow you", "group", "SP", TENANT))
                .getId();
        purposeCategory = new PurposeCategoryDAOImpl()
                .addPurposeCategory(new PurposeCategory("analytics", "to count", TENANT))
                .getId();
        category = new PIICategoryDAOImpl()
                .addPIICategory(new PIICategory("usage", "what you do on the site", false, TENANT))
                .getId();
    }

    /** Subjects with an active receipt each, written at once. */
    void grow(int to) throws SQLException {
        String numbers = "generate_series(" + (size + 1) + ", " + to + ") n";
        String receipt = "'r' || md5('s' || n)";
        Bed.execute(
                pool,
                List.of(
                        "insert into cm_receipt select " + receipt + ", 'KI-CR-v1.1.0', 'SE', now(), 'web form', 'en',"
                                + " md5('s' || n), " + TENANT + ", 'https://example.org/privacy', 'ACTIVE', '{}', null from "
                                + numbers,
                        "insert into cm_receipt_sp_assoc (consent_receipt_id, sp_name, sp_display_name, sp_description,"
                                + " sp_tenant_id) select " + receipt + ", '" + SERVICE + "', 'site', 'site', " + TENANT
                                + " from " + numbers,
                        "insert into cm_sp_purpose_assoc (receipt_sp_assoc, purpose_id, consent_type, is_primary_purpose,"
                                + " termination, third_party_disclosure, third_party_name) select id, " + purpose
                                + ", 'EXPLICIT', 1, '90 days', 0, '' from cm_receipt_sp_assoc a where not exists"
                                + " (select 1 from cm_sp_purpose_assoc p where p.receipt_sp_assoc = a.id)",
                        "insert into cm_sp_purpose_purpose_cat_assc (sp_purpose_assoc_id, purpose_category_id) select id, "
                                + purposeCategory + " from cm_sp_purpose_assoc a where not exists (select 1 from"
                                + " cm_sp_purpose_purpose_cat_assc p where p.sp_purpose_assoc_id = a.id)",
                        "insert into cm_sp_purpose_pii_cat_assoc (sp_purpose_assoc_id, pii_category_id, validity) select id, "
                                + category + ", '90 days' from cm_sp_purpose_assoc a where not exists (select 1 from"
                                + " cm_sp_purpose_pii_cat_assoc p where p.sp_purpose_assoc_id = a.id)",
                        "analyze"));
        size = to;
    }

    String anyKey() {
        return Bed.key(1 + ThreadLocalRandom.current().nextInt(size));
    }

    void add(String subject) throws ConsentManagementException {
        ReceiptPurposeInput given = new ReceiptPurposeInput();
        given.setPurposeId(purpose);
        given.setPurposeName("tracking");
        given.setPurposeCategoryId(List.of(purposeCategory));
        given.setConsentType("EXPLICIT");
        given.setPrimaryPurpose(true);
        given.setTermination("90 days");
        given.setThirdPartyDisclosure(false);
        given.setThirdPartyName("");
        given.setPiiCategory(List.of(new PIICategoryValidity(category, "90 days")));
        ReceiptServiceInput service = new ReceiptServiceInput();
        service.setService(SERVICE);
        service.setSpDisplayName("site");
        service.setSpDescription("site");
        service.setTenantId(TENANT);
        service.setPurposes(List.of(given));
        receipts.addReceipt(receipt(subject, service));
    }

    private static ReceiptInput receipt(String subject, ReceiptServiceInput service) {
        ReceiptInput receipt = new ReceiptInput();
        receipt.setConsentReceiptId(UUID.randomUUID().toString());
        receipt.setVersion("KI-CR-v1.1.0");
        receipt.setJurisdiction("SE");
        receipt.setCollectionMethod("web form");
        receipt.setLanguage("en");
        receipt.setPiiPrincipalId(subject);
        receipt.setTenantId(TENANT);
        receipt.setPolicyUrl("https://example.org/privacy");
        receipt.setState("ACTIVE");
        receipt.setPiiControllerInfo("{}");
        receipt.setProperties(Map.of());
        receipt.setServices(List.of(service));
        return receipt;
    }

    /** The receipt that {@link #grow} wrote, by its own id: its classes find no subject's state without a running server. */
    boolean isActive(String subject) throws ConsentManagementException {
        return receipts.getReceipt("r" + subject).getState().equals("ACTIVE");
    }

    void revoke(String subject) throws ConsentManagementException {
        receipts.revokeReceipt("r" + subject);
    }

    int active(String subject) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from cm_receipt where pii_principal_id = ? and state = 'ACTIVE'")) {
            statement.setString(1, subject);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }

    /** What its script leaves out. */
    void addMissingIndex() throws SQLException {
        Bed.execute(pool, Arrays.asList("create index on cm_receipt (pii_principal_id)", "analyze cm_receipt"));
    }

    @Override
    public void close() {
        pool.close();
    }
}
