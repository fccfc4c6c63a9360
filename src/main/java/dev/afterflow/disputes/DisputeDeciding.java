package dev.afterflow.disputes;

import dev.afterflow.money.Money;
import dev.afterflow.payments.Chargebacks.Chargeback;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accept or contest: a person says it, a second one agrees to pay; the evidence is gathered by one and looked at by another. */
@Component
@Transactional
class DisputeDeciding {

    /** At most CNY 30 or a chargeback's fee of USD 15 one person may give up alone. [P][B][STR-DL] */
    private static final Map<String, Long> SMALL = Map.of("CNY", 3_000L, "USD", 1_500L);

    private final JdbcDisputes store;
    private final DisputeItems items;
    private final DisputePacks packs;
    private final DisputeTerms terms;
    private final DisputeLog log;
    private final Platforms platforms;
    private final DisputeCards cards;
    private final CardPapers bank;

    DisputeDeciding(JdbcDisputes store, DisputeItems items, DisputePacks packs, DisputeTerms terms, DisputeLog log, Platforms platforms, DisputeCards cards,
                    CardPapers bank) {
        this.store = store;
        this.items = items;
        this.packs = packs;
        this.terms = terms;
        this.log = log;
        this.platforms = platforms;
        this.cards = cards;
        this.bank = bank;
    }

    static boolean isSmall(Money amount) {
        return amount.minor() <= SMALL.getOrDefault(amount.currency(), 0L);
    }

    Map<String, Object> decide(String caseNumber, String position, String note, Who who) {
        Dispute of = person(caseNumber, who);
        if (!position.equals("ACCEPT") && !position.equals("CONTEST")) {
            throw Problem.invalid("position", "values", "请选择接受或抗辩", "Choose to accept or to contest");
        }
        boolean small = position.equals("ACCEPT") && isSmall(of.money().amount());
        if (small) {
            Who.demandFreshCode();
        }
        store.position(caseNumber, new Dispute.Position(position, note, who.login(), null, null));
        store.answer(of, "decideDispute", position, note, who.login(), terms.now());
        log.told(of, "DISPUTE_POSITION", "决定" + DisputeWords.of(position, true) + "：" + note, "Decided to " + DisputeWords.of(position, false).toLowerCase(Locale.ROOT) + ": " + note,
                Map.of("position", position, "by", who.login(), "proposed", String.valueOf(of.advice().strategy())));
        return Map.of("position", position, "small", small, "byHand", byHand(of, position.equals("ACCEPT")));
    }

    /** Accepting is paying: somebody else than who decided it agrees. */
    Map<String, Object> confirm(String caseNumber, boolean agreed, String note, Who who) {
        Dispute of = person(caseNumber, who);
        another(of.position().by(), who);
        if (agreed) {
            Who.demandFreshCode();
        } else if (note == null) {
            throw Problem.invalid("note", "required", "请写明为什么不同意", "Say why not");
        }
        Dispute.Position before = of.position();
        store.position(caseNumber, new Dispute.Position(before.what(), before.note(), before.by(), agreed ? who.login() : null, agreed ? null : note));
        store.answer(of, "confirmAcceptance", agreed ? "yes" : "no", note, who.login(), terms.now());
        log.told(of, agreed ? "ACCEPTANCE_CONFIRMED" : "ACCEPTANCE_REFUSED", agreed ? "同意接受" : "不同意接受：" + note, agreed ? "Acceptance agreed to" : "Acceptance not agreed to: " + note,
                Map.of("by", who.login()));
        return Map.of("confirmed", agreed, "byHand", byHand(of, true));
    }

    /** While the list is red nothing is handed in, but for what a person says cannot be had. */
    void gather(String caseNumber, String statement, String incomplete, Who who) {
        Dispute of = person(caseNumber, who);
        if (statement == null) {
            throw Problem.invalid("statement", "required", "请写我方陈述", "Write our statement");
        }
        store.statement(caseNumber, new Dispute.Statement(statement, incomplete, who.login()));
        Dispute now = store.lock(caseNumber).orElseThrow();
        List<String> missing = items.missing(now, true);
        if (!missing.isEmpty() && incomplete == null) {
            throw Problem.invalid("incomplete", "disputes.red", "清单还缺：" + String.join("、", missing) + "。补齐，或写明为什么拿不出",
                    "The list still lacks: " + String.join(", ", items.missing(now, false)) + ". Add it, or say why it cannot be had");
        }
        DisputePacks.Pack pack = packs.make(now, missing.isEmpty() ? null : incomplete, who);
        if (cards.has(now)) {
            bank.check(pack);
        }
        store.answer(of, "gatherEvidence", pack.number(), incomplete, who.login(), terms.now());
        log.told(of, "PACK_MADE", "证据包已备好：" + pack.manifest().size() + " 个文件", "The pack is made: " + pack.manifest().size() + " files",
                Map.of("pack", pack.number(), "zip", pack.zipSha256(), "missing", missing.size(), "by", who.login()));
    }

    Map<String, Object> approve(String caseNumber, boolean good, String note, Who who) {
        Dispute of = person(caseNumber, who);
        another(of.statement().by(), who);
        if (packs.latest(of).isEmpty()) {
            throw Problem.conflict("disputes.noPack", "这一轮还没有证据包", "There is no pack of this round yet");
        }
        if (!good && note == null) {
            throw Problem.invalid("note", "required", "请写明缺什么", "Say what is missing");
        }
        Dispute.Position before = of.position();
        store.position(caseNumber, new Dispute.Position(before.what(), before.note(), before.by(), good ? who.login() : null, good ? null : note));
        store.answer(of, "approvePack", good ? "yes" : "no", note, who.login(), terms.now());
        log.told(of, good ? "PACK_APPROVED" : "PACK_SENT_BACK", good ? "证据包可以提交" : "证据包退回：" + note, good ? "The pack may be submitted" : "The pack goes back: " + note,
                Map.of("by", who.login()));
        return Map.of("packGood", good, "byHand", byHand(of, false));
    }

    /** A-to-z and PayPal are answered by hand, and what the marketplace never told us of; a card provider by machine; else as the shop's connection allows. */
    private boolean byHand(Dispute of, boolean accepts) {
        Optional<Chargeback> card = cards.of(of);
        if (card.isPresent()) {
            return cards.byHand(card.get(), accepts);
        }
        PlatformRequest.Kind verb = accepts ? PlatformRequest.Kind.ACCEPT : of.round() > 1 ? PlatformRequest.Kind.APPEAL : PlatformRequest.Kind.SUBMIT_EVIDENCE;
        boolean never = of.kind() == Dispute.Kind.A_TO_Z || of.kind() == Dispute.Kind.PAYPAL;
        return never || platforms.way(of.shop(), verb, of.matter()) == Platforms.Way.BY_HAND || platforms.matter(of.shop(), of.matter()).isEmpty();
    }

    private static void another(String before, Who who) {
        if (who.login().equals(before)) {
            throw Problem.forbidden("disputes.fourEyes", "须由另一个人复核", "Somebody else has to look at it");
        }
    }

    private Dispute person(String caseNumber, Who who) {
        if (who.kind() != Who.Kind.PERSON) {
            throw Problem.forbidden("disputes.personNeeded", "只有人可以决定", "Only a person may decide this");
        }
        return store.lock(caseNumber).orElseThrow(() -> Problem.notFound("dispute"));
    }
}
