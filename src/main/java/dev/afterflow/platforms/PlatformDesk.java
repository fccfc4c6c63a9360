package dev.afterflow.platforms;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for people: requests without a door or with a code, hints and letters that could not be taken. */
@Component
@Transactional
class PlatformDesk {

    private static final int MOST = 100;

    private final JdbcPlatformRequests requests;
    private final JdbcHints hints;
    private final JdbcMarketLetters letters;
    private final Outbox outbox;
    private final Audit audit;

    PlatformDesk(JdbcPlatformRequests requests, JdbcHints hints, JdbcMarketLetters letters, Outbox outbox, Audit audit) {
        this.requests = requests;
        this.hints = hints;
        this.letters = letters;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** A request as a person sees it: all they need to do it in the seller's centre; never the code that was typed. */
    record Shown(String number, String caseNumber, String shop, String platform, PlatformRequest.Kind kind, String matter, Money amount, String words, String reason,
                 Map<String, String> more, String state, String code, String saidZh, String saidEn, Instant at) {

        static Shown of(JdbcPlatformRequests.Row row) {
            PlatformRequest asked = row.asked();
            return new Shown(asked.number(), asked.caseNumber(), asked.shop(), row.platform(), asked.kind(), asked.matter(), asked.amount(), asked.words(), asked.reason(),
                asked.more(), row.state().name(), row.code(), row.saidZh(), row.saidEn(), row.at());
        }
    }

    /** How many wait for a person, each counted no further than 100: for the shop's code, and for what no machine does. */
    record Waiting(int code, int hand) {
    }

    @Transactional(readOnly = true)
    Waiting waiting() {
        return new Waiting(requests.count(JdbcPlatformRequests.State.CODE, MOST), requests.count(JdbcPlatformRequests.State.BY_HAND, MOST));
    }

    @Transactional(readOnly = true)
    Shown show(String number) {
        return requests.find(number).map(Shown::of).orElseThrow(() -> Problem.notFound("platformRequest"));
    }

    @Transactional(readOnly = true)
    List<Shown> page(List<String> states, String after, int limit) {
        return requests.page(states, after, limit).stream().map(Shown::of).toList();
    }

    @Transactional(readOnly = true)
    List<Shown> ofCase(String caseNumber, int limit) {
        return requests.ofCase(caseNumber, limit).stream().map(Shown::of).toList();
    }

    @Transactional(readOnly = true)
    List<JdbcHints.Parked> hints(long before, int limit) {
        return hints.parked(before, limit);
    }

    @Transactional(readOnly = true)
    List<JdbcMarketLetters.Parked> letters(long before, int limit) {
        return letters.parked(before, limit);
    }

    /** Asks the marketplace once more, such as after a new release knows more words. */
    void askAgain(long id) {
        JdbcHints.Row hint = hints.find(id).orElseThrow(() -> Problem.notFound("hint"));
        outbox.ensure(MarketHints.KIND, MarketHints.lane(MarketHints.KIND, hint.shop()), String.valueOf(id), hint.shop());
        audit.record(hint.shop(), "PLATFORM_HINT_RETRIED", "hint", String.valueOf(id), Map.of("matter", hint.matter()));
    }

    /** Hands it in once more, such as after its order came. */
    void handInAgain(long id) {
        JdbcMarketLetters.Written letter = letters.find(id).orElseThrow(() -> Problem.notFound("letter"));
        outbox.ensure(LetterCourier.KIND, LetterCourier.KIND, String.valueOf(id), letter.shop());
        audit.record(letter.shop(), "PLATFORM_LETTER_RETRIED", "letter", String.valueOf(id), Map.of("kind", letter.kind()));
    }
}
