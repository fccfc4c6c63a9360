package dev.afterflow.claims;

import dev.afterflow.claims.JdbcReceipts.Receipt;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What screens read of claims: a list by pages, one claim whole, the lines that wait for a person. */
@Repository
@Transactional(readOnly = true)
class ClaimPages {

    private static final int LARGEST = 200;
    private static final int USUAL = 50;
    private static final Duration SOON = Duration.ofHours(48);
    private static final Set<String> STATES = Set.of("OPEN", "FILED", "MORE_ASKED", "TO_DECIDE", "COMPLAINED", "AGREED", "PAID", "WRITTEN_OFF", "DROPPED", "TO_RETURN", "WITHDRAWN");

    private final JdbcClient jdbc;
    private final JdbcFilings filings;
    private final JdbcReceipts receipts;
    private final ClaimBooks books;
    private final Manifest manifest;
    private final Contracts contracts;
    private final Clock clock;

    ClaimPages(JdbcClient jdbc, JdbcFilings filings, JdbcReceipts receipts, ClaimBooks books, Manifest manifest, Contracts contracts, Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.receipts = receipts;
        this.books = books;
        this.manifest = manifest;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Which claims are wanted; null means all. */
    record Wanted(String state, String carrier, Fault fault, String region, String shop, String q, String due) {
    }

    /** Claims, and the cursor of the page after them; null on the last. */
    record Page(List<ClaimView> items, String next) {
    }

    /** Lines of statements, and the cursor of the page after them; null on the last. */
    record Receipts(List<Receipt> items, String next) {
    }

    /** A claim with all there is about it. {@code asked} are terms of its carrier nobody has told us. */
    record Folder(ClaimView claim, List<Manifest.Paper> papers, List<JdbcFilings.Filing> filings, List<JdbcFilings.Answer> answers,
                  List<Receipt> receipts, List<ClaimBooks.Line> book, List<JdbcFilings.Decision> decisions, List<String> asked) {
    }

    Page page(Wanted wanted, String after, Integer limit) {
        String state = wanted.state() == null || wanted.state().isBlank() ? null : wanted.state();
        if (state != null && !state.equals("open") && !STATES.contains(state)) {
            throw Problem.malformed("state", "values", "请选择状态", "Choose a state");
        }
        Instant dueBefore = "overdue".equals(wanted.due()) ? clock.instant() : "soon".equals(wanted.due()) ? clock.instant().plus(SOON) : null;
        List<ClaimView> found = jdbc.sql("""
                select * from (select c.*, c.id as place from claims.claim c
                where c.id < (select coalesce(max(k.id), 9223372036854775807) from claims.claim k where k.claim_no = :after)
                  and (:state::text is null or c.state = :state or :state = 'open' and c.closed_at is null)
                  and (:carrier::text is null or c.carrier = :carrier) and (:fault::text is null or c.fault = :fault)
                  and (:region::text is null or c.region = :region) and (:shop::text is null or c.shop_id = :shop)
                  and (:q::text is null or c.claim_no like :q::text || '%' or c.waybill like :q::text || '%' or c.reference like :q::text || '%' or c.case_number = :q)
                  and (:due::timestamptz is null or c.closed_at is null and c.due_at < :due)) wanted
                order by place desc limit :most""").param("after", after == null ? "" : after).param("state", state).param("carrier", text(wanted.carrier()))
                .param("fault", wanted.fault() == null ? null : wanted.fault().name()).param("region", wanted.region()).param("shop", text(wanted.shop()))
                .param("q", text(wanted.q())).param("due", JdbcClaims.at(dueBefore)).param("most", size(limit) + 1).query(JdbcClaims::view).list();
        boolean more = found.size() > size(limit);
        List<ClaimView> items = more ? found.subList(0, size(limit)) : found;
        return new Page(items, more ? items.get(items.size() - 1).claimNo() : null);
    }

    Folder folder(ClaimView claim) {
        Contract contract = contracts.inForce(claim.shop(), claim.carrier(), claim.region());
        return new Folder(claim, manifest.of(claim.claimNo()), filings.of(claim.claimNo()), filings.answers(claim.claimNo()),
                receipts.of(claim.claimNo()), books.of(claim.claimNo()), filings.decisions(claim.claimNo()), contract.missing());
    }

    Receipts receipts(boolean onlyOpen, String after, Integer limit) {
        List<Receipt> found = receipts.page(onlyOpen, cursor(after), size(limit) + 1);
        boolean more = found.size() > size(limit);
        List<Receipt> items = more ? found.subList(0, size(limit)) : found;
        return new Receipts(items, more ? String.valueOf(items.get(items.size() - 1).id()) : null);
    }

    /** Claims a line might belong to: this carrier's, filed and not ended, those first whose open money is nearest to it. */
    List<ClaimView> candidates(long receipt) {
        JdbcReceipts.Receipt asked = receipts.find(receipt).orElseThrow(() -> Problem.notFound("receipt"));
        return jdbc.sql("""
                select * from claims.claim where shop_id = :shop and carrier = :carrier and currency = :currency and closed_at is null and filings > 0
                order by abs(coalesce(nullif(agreed - received - written_off, 0), claimed) - :amount), id desc limit 5""")
                .param("shop", asked.shop()).param("carrier", asked.line().carrier()).param("currency", asked.line().amount().currency())
                .param("amount", asked.line().amount().minor()).query(JdbcClaims::view).list();
    }

    private static String text(String asked) {
        return asked == null || asked.isBlank() ? null : asked.strip().replace("\0", "").replace("%", "").replace("_", "");
    }

    private static int size(Integer limit) {
        return limit == null ? USUAL : Math.max(1, Math.min(LARGEST, limit));
    }

    private static long cursor(String after) {
        if (after == null || after.isBlank()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.malformed("after", "cursor", "请使用上一页给出的 next", "Use the next of the page before");
        }
        return Long.parseLong(after);
    }
}
