package dev.afterflow.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.Household;
import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks;
import dev.afterflow.payments.ProviderTill;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A shop whose buyers pay by card through the played Stripe, and banks that take payments back. */
abstract class CardHousehold extends Household {

    private static final long PRICE = 9_900;

    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Disputes disputes;
    @Autowired
    Chargebacks chargebacks;
    DisputeStand stand;
    ProviderTill till;

    @BeforeAll
    void open() {
        stand = new DisputeStand(shops, intake, json, sql, transaction, runtime, jobs, port);
        till = new ProviderTill(port);
    }

    void paid(String order) {
        till.pays("stripe", order + "-1", new Money(PRICE, "CNY"));
        stand.arrived(order, PRICE, "stripe");
    }

    String takenBack(String order, String reason) {
        paid(order);
        String id = till.disputes(order + "-1", reason);
        looked(id);
        return id;
    }

    void looked(String id) {
        ProviderTill.looks(chargebacks, stand.shop, id);
    }

    /** The bank wants to hear more within three days. */
    void asksAgain(String id) {
        transaction.executeWithoutResult(status -> sql.sql("update sandbox.stripe_dispute set status = 'needs_response', due_by = now() + interval '3 days' where id = :id")
                .param("id", id).update());
    }

    String caseOf(String order) {
        String query = "select number from cases.case_file where shop_id = :shop and order_id = :key and kind = 'DISPUTE'";
        stand.until("a case of " + order, () -> stand.row(query, order) != null);
        return stand.row(query, order);
    }

    void gathered(String number) {
        stand.done("lin", number, "decideDispute", Map.of("position", "CONTEST", "note", "有签收凭证"));
        String file = stand.attaches("lin", number);
        assertThat(stand.as("lin").put("/api/cases/" + number + "/dispute/items/DELIVERY_PROOF", "{\"files\":[\"" + file + "\"],\"words\":\"快递底单\"}").status()).isEqualTo(204);
        stand.done("lin", number, "gatherEvidence", Map.of("statement", "承运商显示本人签收，底单与收件人一致。"));
    }

    void approved(String number) {
        gathered(number);
        stand.done("zhou", number, "approvePack", Map.of("answer", "yes"));
    }

    Dispute dispute(String number) {
        return transaction.execute(status -> disputes.find(number).orElseThrow());
    }

    JsonNode shown(String number) {
        return stand.as("lin").get("/api/cases/" + number + "/dispute").json();
    }

    /** withheld, returned, lost, fee. */
    static String money(Dispute of) {
        Dispute.Sheet sheet = of.money();
        return sheet.withheld().minor() + " " + sheet.returned().minor() + " " + sheet.lost().minor() + " " + sheet.fee().minor();
    }

    String played(String id, String what) {
        return transaction.execute(status -> sql.sql("select (" + what + ")::text from sandbox.stripe_dispute where id = :id").param("id", id).query(String.class).single());
    }
}
