package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.money.Money;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do for carriers' requests: file them by hand, look where nobody knows whether they came, read and type in answers. */
@Component
@Transactional
class CarrierDesk {

    private final JdbcCarrierRequests requests;
    private final Carriers carriers;
    private final ObjectProvider<Papers> papers;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CarrierDesk(JdbcCarrierRequests requests, Carriers carriers, ObjectProvider<Papers> papers, Outbox outbox, Audit audit, Clock clock) {
        this.requests = requests;
        this.carriers = carriers;
        this.papers = papers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A paper without its bytes. */
    record Attached(String name, String mediaType, int bytes, String sha256) {
    }

    /** A request with all there is to paste and all that was answered. */
    record Shown(JdbcCarrierRequests.Row request, String subject, String text, List<Attached> papers, List<JdbcCarrierRequests.Said> answers) {
    }

    /** What a carrier said, as a person types it in; {@code at} null means now. */
    record Typed(Verdict verdict, Money amount, String reference, String words, Instant at) {
    }

    @Transactional(readOnly = true)
    Shown show(String number) {
        JdbcCarrierRequests.Row request = requests.find(number).orElseThrow(() -> Problem.notFound("carrierRequest"));
        List<Papers.Paper> all = papers(number);
        return new Shown(request, CarrierLetter.subject(request), CarrierLetter.text(request, all),
            all.stream().map(each -> new Attached(each.name(), each.mediaType(), each.content().length, each.sha256())).toList(), requests.said(number));
    }

    @Transactional(readOnly = true)
    Papers.Paper paper(String number, String sha256) {
        requests.find(number).orElseThrow(() -> Problem.notFound("carrierRequest"));
        return papers(number).stream().filter(each -> each.sha256().equals(sha256)).findFirst().orElseThrow(() -> Problem.notFound("paper"));
    }

    private List<Papers.Paper> papers(String number) {
        return papers.stream().flatMap(each -> each.of(number).stream()).toList();
    }

    /** A person filed it, or found it filed. */
    Shown filed(String number, String reference) {
        requests.over(move(number, List.of("BY_HAND", "CHECK"), "SENT", blank(reference), "CARRIER_REQUEST_FILED"));
        return show(number);
    }

    /** A person looked, and it did not come: it is sent once more. */
    Shown sendAgain(String number) {
        JdbcCarrierRequests.Row request = move(number, List.of("CHECK"), "NEW", null, "CARRIER_REQUEST_SENT_AGAIN");
        outbox.ensure(Carriers.OUTBOX, CarrierCourier.lane(request.shop(), request.carrier()), number, request.shop());
        return show(number);
    }

    Shown answer(String number, Typed typed) {
        JdbcCarrierRequests.Row request = requests.lock(number).orElseThrow(() -> Problem.notFound("carrierRequest"));
        check(request, typed);
        carriers.answered(new CarrierAnswered(number, request.caseNumber(), request.shop(), request.kind(), typed.verdict(), typed.amount(), blank(typed.reference()),
            typed.words() == null ? "" : typed.words(), typed.at() == null ? clock.instant() : typed.at()));
        return show(number);
    }

    private static void check(JdbcCarrierRequests.Row request, Typed typed) {
        if (request.state().equals("ANSWERED")) {
            throw Problem.conflict("carriers.answered", "该请求已有答复", "This request has its answer already");
        }
        if (typed == null || typed.verdict() == null) {
            throw Problem.invalid("verdict", "required", "请选择承运商的答复", "Choose what the carrier answered");
        }
        boolean pays = request.amount() != null && (typed.verdict() == Verdict.AGREED || typed.verdict() == Verdict.PART);
        if (pays && (typed.amount() == null || !typed.amount().currency().equals(request.amount().currency()) || !typed.amount().isPositive())) {
            throw Problem.invalid("amount", "required", "请填写承运商同意的金额，币种为 " + request.amount().currency(),
                "Give the amount the carrier agrees to, in " + request.amount().currency());
        }
        if (typed.words() != null && typed.words().length() > 2_000) {
            throw Problem.invalid("words", "tooLong", "最多 2000 个字符", "At most 2000 characters");
        }
    }

    private JdbcCarrierRequests.Row move(String number, List<String> from, String to, String reference, String deed) {
        JdbcCarrierRequests.Row request = requests.lock(number).orElseThrow(() -> Problem.notFound("carrierRequest"));
        if (!from.contains(request.state()) || !requests.move(number, request.state(), to, reference, null)) {
            throw Problem.conflict("carriers.moved", "该请求的状态已变化，请刷新", "The request has moved on; look again");
        }
        audit.record(request.shop(), deed, "carrierRequest", number, Map.of("was", request.state(), "reference", reference == null ? "" : reference));
        return request;
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip().substring(0, Math.min(text.strip().length(), 100));
    }
}
