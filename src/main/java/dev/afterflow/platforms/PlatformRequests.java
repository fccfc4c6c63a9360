package dev.afterflow.platforms;

import dev.afterflow.dispatch.Outbox;
import dev.afterflow.platforms.JdbcPlatformRequests.Row;
import dev.afterflow.platforms.JdbcPlatformRequests.State;
import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.PlatformAnswered.Said;
import dev.afterflow.platforms.PlatformAnswered.Verdict;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is asked, and settles it once: state, outbox, audit and the word to the asker in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlatformRequests {

    private static final Outcome BY_HAND = Outcome.of(Result.PERSON, "BY_HAND", "平台没有提供此操作的接口，请在商家后台处理后登记",
        "The marketplace has no door for this: do it in the seller's centre and say so here");

    private final JdbcPlatformRequests rows;
    private final Markets markets;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlatformRequests(JdbcPlatformRequests rows, Markets markets, Outbox outbox, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.markets = markets;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The same number twice is one request. */
    void add(PlatformRequest request) {
        Optional<Marketplace> market = markets.of(request);
        boolean machine = market.filter(each -> each.verbs().contains(request.kind())).isPresent();
        if (!rows.add(request, market.map(Marketplace::word).orElse(null), machine ? State.NEW : State.BY_HAND, null)) {
            return;
        }
        audit.record(request.shop(), "PLATFORM_ASKED", "platformRequest", request.number(), Map.of("kind", request.kind(), "matter", request.matter(),
            "minor", request.amount() == null ? 0 : request.amount().minor(), "byMachine", machine));
        if (machine) {
            outbox.put(PlatformCourier.KIND, MarketHints.lane(PlatformCourier.KIND, request.shop()), request.number(), request.shop());
        } else {
            settle(request.number(), BY_HAND);
        }
    }

    /** Books what came of it and tells the asker; what is over stays as it is. */
    void settle(String number, Outcome outcome) {
        Row row = rows.lock(number).orElseThrow(() -> Problem.notFound("platformRequest"));
        State to = state(outcome.result());
        if (row.state().over()) {
            return;
        }
        rows.move(number, to, outcome);
        outbox.done(PlatformCourier.KIND, number);
        audit.record(row.asked().shop(), "PLATFORM_ANSWERED", "platformRequest", number, Map.of("verdict", to, "kind", row.asked().kind(),
            "matter", row.asked().matter(), "code", outcome.code() == null ? "" : outcome.code()));
        events.publishEvent(new PlatformAnswered(number, row.asked().caseNumber(), row.asked().shop(), row.asked().kind(), row.asked().matter(), verdict(to),
            outcome.code(), outcome.reference(), new Said(outcome.zh(), outcome.en()), clock.instant()));
    }

    @Transactional
    void code(String number, String code) {
        Row row = rows.lock(number).orElseThrow(() -> Problem.notFound("platformRequest"));
        if (code == null || !code.strip().matches("[0-9A-Za-z]{4,10}")) {
            throw Problem.invalid("code", "format", "验证码为 4 到 10 位数字或字母", "A code has 4 to 10 digits or letters");
        }
        if (row.state() != State.CODE) {
            throw Problem.conflict("platforms.noCode", "该请求没有在等待验证码", "This request waits for no code");
        }
        rows.typed(number, code.strip());
        audit.record(row.asked().shop(), "PLATFORM_CODE_TYPED", "platformRequest", number, Map.of());
        outbox.ensure(PlatformCourier.KIND, MarketHints.lane(PlatformCourier.KIND, row.asked().shop()), number, row.asked().shop());
        outbox.hurry(PlatformCourier.KIND, number);
    }

    @Transactional
    void byHand(String number, boolean done, String words) {
        Row row = rows.lock(number).orElseThrow(() -> Problem.notFound("platformRequest"));
        if (row.state() != State.BY_HAND && row.state() != State.CODE) {
            throw Problem.conflict("platforms.notByHand", "该请求不需要人工处理，或已有结果", "This request needs no person, or is over");
        }
        String told = words == null ? "" : words.strip();
        if (told.length() > 1_000 || !done && told.isEmpty()) {
            throw Problem.invalid("words", done ? "tooLong" : "required", "请填写原因，最多 1000 字", "Say why, in at most 1000 characters");
        }
        settle(number, new Outcome(done ? Result.DONE : Result.REFUSED, done ? "DONE_BY_HAND" : "NOT_POSSIBLE", told, told, null));
    }

    private static State state(Result result) {
        return switch (result) {
            case DONE -> State.DONE;
            case REFUSED -> State.REFUSED;
            case CHANGED -> State.CHANGED;
            case CODE -> State.CODE;
            case PERSON -> State.BY_HAND;
            case UNSENT, UNKNOWN -> throw new IllegalArgumentException("Nothing is settled by " + result);
        };
    }

    private static Verdict verdict(State state) {
        return switch (state) {
            case DONE -> Verdict.DONE;
            case REFUSED -> Verdict.REFUSED;
            case CHANGED -> Verdict.CHANGED;
            case CODE -> Verdict.NEEDS_CODE;
            default -> Verdict.NEEDS_PERSON;
        };
    }
}
