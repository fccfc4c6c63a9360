package dev.afterflow.claims;

import dev.afterflow.carriers.CarrierAnswered;
import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest;
import dev.afterflow.carriers.Carriers;
import dev.afterflow.carriers.Channel;
import dev.afterflow.claims.JdbcFilings.Answer.Source;
import dev.afterflow.claims.JdbcFilings.Filing;
import dev.afterflow.claims.JdbcFilings.Kind;
import dev.afterflow.money.Money;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a person heard from a carrier by phone, by letter or in its portal; it counts like the machine's word, once. */
@Component
@Transactional
class Typing {

    private final JdbcClaims store;
    private final JdbcFilings filings;
    private final Carriers carriers;
    private final Hearing hearing;
    private final Clock clock;

    Typing(JdbcClaims store, JdbcFilings filings, Carriers carriers, Hearing hearing, Clock clock) {
        this.store = store;
        this.filings = filings;
        this.carriers = carriers;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** What was typed in; {@code amount} as a plain decimal, null when the carrier named none. */
    record Word(Verdict verdict, Money amount, String reference, String words) {
    }

    /** The portal took it in under this number of its own. */
    void received(String claimNo, String reference, String note) {
        said(claimNo, new Word(Verdict.RECEIVED, null, reference, note));
    }

    /** What the carrier said to what was filed last. */
    void said(String claimNo, Word word) {
        ClaimView claim = store.find(claimNo).orElseThrow(() -> Problem.notFound("claim"));
        List<Filing> filed = filings.of(claimNo);
        if (filed.isEmpty()) {
            throw Problem.conflict("claims.notFiled", "理赔还没有提交，不能登记答复", "The claim has not been filed; there is nothing to be answered");
        }
        check(claim, word);
        Filing last = filed.get(filed.size() - 1);
        CarrierAnswered answer = new CarrierAnswered(last.number(), claim.caseNumber(), claim.shop(),
                last.kind() == Kind.CLAIM ? CarrierRequest.Kind.CLAIM : CarrierRequest.Kind.APPEAL, word.verdict(), word.amount(),
                word.reference() == null || word.reference().isBlank() ? null : word.reference().strip(), word.words() == null ? "" : word.words().strip(), clock.instant());
        if (last.channel() != Channel.PORTAL || carriers.channel(claim.shop(), claim.carrier()) == Channel.PORTAL) {
            carriers.answered(answer);
        } else {
            hearing.take(answer, Source.CARRIER);
        }
    }

    private static void check(ClaimView claim, Word word) {
        if (word.verdict() == null) {
            throw Problem.invalid("verdict", "required", "请选择承运商的答复", "Choose what the carrier said");
        }
        boolean money = word.verdict() == Verdict.AGREED || word.verdict() == Verdict.PART;
        boolean fits = word.amount() == null || word.amount().currency().equals(claim.currency()) && word.amount().isPositive()
                && word.amount().compareTo(claim.money().loss().times(10)) <= 0;
        if (!fits || word.verdict() == Verdict.PART && word.amount() == null || !money && word.amount() != null) {
            throw Problem.invalid("amount", "money", "部分同意须填写金额，金额须为理赔币种", "A part has an amount, in the claim's currency; a refusal has none");
        }
        if (word.words() != null && (word.words().length() > 1_000 || word.words().indexOf('\0') >= 0) || word.reference() != null && word.reference().length() > 64) {
            throw Problem.invalid("words", "length", "说明最多 1000 字，编号最多 64 字", "At most 1000 characters, a reference at most 64");
        }
    }
}
