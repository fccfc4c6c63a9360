package dev.afterflow.complaints;

import dev.afterflow.complaints.Complaint.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where complaints about parcels stand, and what people said at the desk. */
@Repository
class JdbcComplaints {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcComplaints(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(String caseNumber, String shop, String orderId, String carrier, String waybill, String said, boolean byHouse) {
        sql.sql("""
                insert into complaints.complaint (case_number, shop_id, order_id, carrier, waybill, said, by_house)
                values (:case, :shop, :order, :carrier, :waybill, :said, :house)
                """).param("case", caseNumber).param("shop", shop).param("order", orderId).param("carrier", carrier).param("waybill", waybill)
                .param("said", said).param("house", byHouse).update();
    }

    Optional<Complaint> find(String caseNumber) {
        return sql.sql("select * from complaints.complaint where case_number = :case").param("case", caseNumber).query(JdbcComplaints::read).optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Complaint> lock(String caseNumber) {
        return sql.sql("select * from complaints.complaint where case_number = :case for update").param("case", caseNumber)
                .query(JdbcComplaints::read).optional();
    }

    /** Complaints about this parcel, the newest first. */
    List<Complaint> about(String shop, String waybill) {
        return sql.sql("select * from complaints.complaint where shop_id = :shop and waybill = :waybill order by opened_at desc limit 20")
                .param("shop", shop).param("waybill", waybill).query(JdbcComplaints::read).list();
    }

    /** Is there another complaint about this order? */
    boolean others(Complaint of) {
        return sql.sql("select exists (select from complaints.complaint where shop_id = :shop and order_id = :order and case_number <> :case)")
                .param("shop", of.shop()).param("order", of.orderId()).param("case", of.caseNumber()).query(Boolean.class).single();
    }

    void state(String caseNumber, State state) {
        sql.sql("update complaints.complaint set state = :state, changed_at = now() where case_number = :case").param("state", state.name())
                .param("case", caseNumber).update();
    }

    void said(String caseNumber, String said) {
        sql.sql("update complaints.complaint set said = :said, changed_at = now() where case_number = :case").param("said", said)
                .param("case", caseNumber).update();
    }

    void address(String caseNumber, Complaint.Address read) {
        sql.sql("""
                update complaints.complaint set address = :verdict, stated_address = :stated, stated_phone = :phone, label_address = :label,
                       changed_at = now() where case_number = :case
                """).param("verdict", read.verdict()).param("stated", read.stated()).param("phone", read.statedPhone()).param("label", read.label())
                .param("case", caseNumber).update();
    }

    void parcel(String caseNumber, String carrier, String waybill) {
        sql.sql("update complaints.complaint set carrier = :carrier, waybill = :waybill, changed_at = now() where case_number = :case")
                .param("carrier", carrier).param("waybill", waybill).param("case", caseNumber).update();
    }

    void found(String caseNumber, Complaint.Found found) {
        sql.sql("""
                update complaints.complaint set trace_state = :state, trace_code = :code, last_scan_at = :at, carrier_says = :says, type = :type,
                       type_ground = :ground, type_by = :by, changed_at = now() where case_number = :case
                """).param("state", found.traceState()).param("code", found.traceCode()).param("at", stamp(found.lastScanAt()))
                .param("says", found.carrierSays()).param("type", found.type()).param("ground", found.ground()).param("by", found.by())
                .param("case", caseNumber).update();
    }

    void way(String caseNumber, Complaint.Way way, State state) {
        sql.sql("""
                update complaints.complaint set way = :way, compensation = :compensation, way_ground = :ground, state = :state, changed_at = now()
                 where case_number = :case
                """).param("way", way.way()).param("compensation", way.compensation()).param("ground", way.ground()).param("state", state.name())
                .param("case", caseNumber).update();
    }

    void proof(String caseNumber, String proof, State state) {
        sql.sql("update complaints.complaint set proof = :proof, state = :state, changed_at = now() where case_number = :case")
                .param("proof", proof).param("state", state.name()).param("case", caseNumber).update();
    }

    void claim(String caseNumber, String claimNo) {
        sql.sql("update complaints.complaint set claim_no = :claim, changed_at = now() where case_number = :case").param("claim", claimNo)
                .param("case", caseNumber).update();
    }

    /** True the first time goods turn up that were made good before. */
    boolean turnsUp(String caseNumber) {
        return sql.sql("update complaints.complaint set turned_up_at = now(), changed_at = now() where case_number = :case and turned_up_at is null")
                .param("case", caseNumber).update() == 1;
    }

    /** Counts one more request to the carrier and answers how many there were. */
    int chase(String caseNumber) {
        return sql.sql("update complaints.complaint set chases = chases + 1, changed_at = now() where case_number = :case returning chases")
                .param("case", caseNumber).query(Integer.class).single();
    }

    /** The remedy that is agreed now; null takes an agreement back. */
    void agreed(String caseNumber, String remedy, State state) {
        sql.sql("update complaints.complaint set remedy = :remedy, state = :state, changed_at = now() where case_number = :case")
                .param("remedy", remedy).param("state", state.name()).param("case", caseNumber).update();
    }

    void ended(String caseNumber, String outcome) {
        sql.sql("update complaints.complaint set outcome = :outcome, changed_at = now() where case_number = :case").param("outcome", outcome)
                .param("case", caseNumber).update();
    }

    void answer(Complaint of, String task, Said said, String by, Instant at) {
        sql.sql("""
                insert into complaints.answer (shop_id, case_number, task, answer, note, evidence, by, at)
                values (:shop, :case, :task, :answer, :note, cast(:evidence as jsonb), :by, :at)
                """).param("shop", of.shop()).param("case", of.caseNumber()).param("task", task).param("answer", said.answer())
                .param("note", said.note()).param("evidence", json.writeValueAsString(said.evidence())).param("by", by)
                .param("at", stamp(at)).update();
    }

    /** What a person answered, with their words and files. */
    record Said(String answer, String note, List<String> evidence) {
    }

    private static Complaint read(ResultSet row, int number) throws SQLException {
        Timestamp scan = row.getTimestamp("last_scan_at");
        String way = row.getString("way");
        return new Complaint(row.getString("case_number"), row.getString("shop_id"), row.getString("order_id"), row.getString("carrier"),
                row.getString("waybill"), State.valueOf(row.getString("state")), row.getString("said"), row.getBoolean("by_house"),
                new Complaint.Address(row.getString("address"), row.getString("stated_address"), row.getString("stated_phone"), row.getString("label_address")),
                new Complaint.Found(row.getString("trace_state"), row.getString("trace_code"), scan == null ? null : scan.toInstant(),
                        row.getString("carrier_says"), row.getString("type"), row.getString("type_ground"), row.getString("type_by")),
                way == null ? null : new Complaint.Way(way, row.getString("compensation"), row.getString("way_ground")), row.getString("proof"),
                row.getString("claim_no"), row.getInt("chases"), row.getString("remedy"), row.getString("outcome"),
                row.getTimestamp("opened_at").toInstant());
    }

    private static Timestamp stamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
