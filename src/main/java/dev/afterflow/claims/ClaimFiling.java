package dev.afterflow.claims;

import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.carriers.Carriers;
import dev.afterflow.carriers.Channel;
import dev.afterflow.claims.ClaimView.State;
import dev.afterflow.claims.JdbcFilings.Kind;
import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays a claim before its carrier: written down here and handed to {@code carriers} in one transaction under a stable number, which leaves
 * the house at most once. An appeal and more evidence go under numbers of their own.
 */
@Component
@Transactional
class ClaimFiling {

    private final JdbcClaims store;
    private final JdbcFilings filings;
    private final Manifest manifest;
    private final Contracts contracts;
    private final Carriers carriers;
    private final ClaimWords words;
    private final ClaimLog log;
    private final CrashPoint crash;
    private final Clock clock;

    ClaimFiling(JdbcClaims store, JdbcFilings filings, Manifest manifest, Contracts contracts, Carriers carriers, ClaimWords words, ClaimLog log,
           CrashPoint crash, Clock clock) {
        this.store = store;
        this.filings = filings;
        this.manifest = manifest;
        this.contracts = contracts;
        this.carriers = carriers;
        this.words = words;
        this.log = log;
        this.crash = crash;
        this.clock = clock;
    }

    /** Files what is to be filed next; answers until when the carrier has to speak. A claim that is under way or settled is not filed again. */
    Instant file(String claimNo) {
        ClaimView claim = lock(claimNo);
        if (claim.state() != State.OPEN) {
            return claim.times().answerBy() == null || claim.state() == State.AGREED ? clock.instant() : claim.times().answerBy();
        }
        Instant by = write(claim, nextKind(claimNo));
        crash.reached("claimFiled");
        return by;
    }

    /** Lets an appeal be filed next; the case's new files are frozen with it. */
    void prepareAppeal(String claimNo) {
        ClaimView claim = lock(claimNo);
        if (claim.state() == State.AGREED || claim.ended()) {
            return;
        }
        manifest.freeze(claim, filed(claimNo).size() + 1, clock.instant());
        store.state(claimNo, State.OPEN, clock.instant().plus(Assessing.DESK_TERM));
    }

    /** Lets more evidence be filed next; 422 when the case has no file the carrier has not got. */
    void prepareSupplement(String claimNo, String note, Who who) {
        ClaimView claim = lock(claimNo);
        int added = manifest.freeze(claim, filed(claimNo).size() + 1, clock.instant());
        if (added == 0 && (note == null || note.isBlank())) {
            throw Problem.invalid("note", "nothingNew", "请上传新的证据，或写明说明", "Add new evidence to the case, or write an explanation");
        }
        filings.decide(claim, new JdbcFilings.Decision("SUPPLEMENT", note == null ? "" : note, who.login(), clock.instant()));
        store.state(claimNo, State.OPEN, clock.instant().plus(Assessing.DESK_TERM));
    }

    /** Tells the carrier that a claim it has is taken back; one that was filed in a portal a person takes back there. */
    void tellWithdrawn(ClaimView claim) {
        List<JdbcFilings.Filing> filed = filed(claim.claimNo());
        if (filed.isEmpty()) {
            return;
        }
        if (toCarriers(claim, filed.get(filed.size() - 1))) {
            carriers.send(new CarrierRequest(claim.claimNo() + "-W", claim.caseNumber(), claim.shop(), claim.carrier(), claim.waybill(), CarrierRequest.Kind.WITHDRAW, null,
                    words.withdrawn(claim)));
        } else {
            log.told(claim, "CLAIM_WITHDRAWAL_BY_HAND", "请在承运商门户撤回该理赔", "Take the claim back in the carrier's portal", Map.of());
        }
    }

    /** What would go out next, without filing it: for a person who types it into a portal. */
    @Transactional(readOnly = true)
    JdbcFilings.Filing draft(String claimNo) {
        ClaimView claim = store.find(claimNo).orElseThrow(() -> Problem.notFound("claim"));
        return next(claim, nextKind(claimNo));
    }

    private Instant write(ClaimView claim, Kind kind) {
        JdbcFilings.Filing filing = next(claim, kind);
        Instant by = filing.at().plus(contracts.inForce(claim.shop(), claim.carrier(), claim.region()).answerTerm());
        filings.insert(claim.shop(), filing);
        store.filed(claim.claimNo(), filing.n(), filing.at(), by);
        if (toCarriers(claim, filing)) {
            carriers.send(new CarrierRequest(filing.number(), claim.caseNumber(), claim.shop(), claim.carrier(), claim.waybill(),
                    kind == Kind.CLAIM ? CarrierRequest.Kind.CLAIM : CarrierRequest.Kind.APPEAL, filing.amount(), filing.words()));
        }
        log.told(claim, "CLAIM_FILED", ClaimWords.of(kind, true) + "：" + filing.number() + "，" + ClaimLog.money(filing.amount(), true),
                ClaimWords.of(kind, false) + ": " + filing.number() + ", " + ClaimLog.money(filing.amount(), false),
                Map.of("number", filing.number(), "channel", filing.channel().name(), "answerBy", by.toString()));
        return by;
    }

    private JdbcFilings.Filing next(ClaimView claim, Kind kind) {
        int n = filed(claim.claimNo()).size() + 1;
        Money amount = new Money(claim.money().claimed().minor() - claim.money().agreed().minor(), claim.currency());
        boolean byHand = contracts.inForce(claim.shop(), claim.carrier(), claim.region()).byHand();
        return new JdbcFilings.Filing(ClaimNumber.filing(claim.claimNo(), n), claim.claimNo(), n, kind,
                byHand ? Channel.PORTAL : carriers.channel(claim.shop(), claim.carrier()), kind == Kind.CLAIM ? claim.money().claimed() : amount,
                words.of(claim, kind), clock.instant(), Who.ifAny().orElse(Who.SYSTEM).login());
    }

    /** What a contract sends to the portal although a machine could carry it is ours alone to remember. */
    private boolean toCarriers(ClaimView claim, JdbcFilings.Filing filing) {
        return filing.channel() != Channel.PORTAL || carriers.channel(claim.shop(), claim.carrier()) == Channel.PORTAL;
    }

    /** More evidence when the carrier asked for it last; after any other word, or none, an appeal. */
    private Kind nextKind(String claimNo) {
        if (filed(claimNo).isEmpty()) {
            return Kind.CLAIM;
        }
        String last = filings.answers(claimNo).stream().filter(answer -> !answer.verdict().equals("RECEIVED"))
                .max(Comparator.comparing(JdbcFilings.Answer::heardAt)).map(JdbcFilings.Answer::verdict).orElse("");
        return last.equals("ASKS_MORE") ? Kind.SUPPLEMENT : Kind.APPEAL;
    }

    private List<JdbcFilings.Filing> filed(String claimNo) {
        return filings.of(claimNo);
    }

    private ClaimView lock(String claimNo) {
        return store.lock(claimNo).orElseThrow(() -> Problem.notFound("claim"));
    }
}
