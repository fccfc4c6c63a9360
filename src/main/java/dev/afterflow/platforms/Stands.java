package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Outcome;
import dev.afterflow.platforms.Marketplace.Result;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.util.Optional;
import java.util.Set;

/** Whether a matter still stands so that what was decided may be written: already so, not allowed, or moved on. */
final class Stands {

    private static final Set<State> OVER = Set.of(State.DONE, State.CLOSED);
    private static final Set<Kind> REFUSALS = Set.of(Kind.REFUSE, Kind.REFUSE_GOODS);

    private static final Set<Kind> ADDED = Set.of(Kind.MESSAGE, Kind.REPLY_REVIEW, Kind.REPORT_REVIEW, Kind.FLAG, Kind.SUBMIT_EVIDENCE);

    private Stands() {
    }

    /** What there is to answer without writing; empty when it may be written. */
    static Optional<Outcome> judge(PlatformRequest request, PlatformMatter now, boolean wasTried) {
        if (isSo(request, now)) {
            return Optional.of(isSo(wasTried));
        }
        if (REFUSALS.contains(request.kind()) && now.mayNotZh() != null) {
            return Optional.of(Outcome.of(Result.REFUSED, "MAY_NOT_REFUSE", now.mayNotZh(), now.mayNotEn()));
        }
        boolean moved = request.seen() != null && !request.seen().equals(now.version()) || OVER.contains(now.state());
        if (moved && speaksOfState(request.kind())) {
            return Optional.of(Outcome.of(Result.CHANGED, "CHANGED", "平台上的单据已变化（现为 " + now.word() + "），请重新查看后再决定",
                "The marketplace's matter has changed (now " + now.word() + "): look at it and decide again"));
        }
        if (!now.allows().contains(request.kind())) {
            return Optional.of(Outcome.of(Result.REFUSED, "NOT_NOW", "平台当前状态（" + now.word() + "）不支持此操作",
                "The marketplace does not take this as the matter stands (" + now.word() + ")"));
        }
        return Optional.empty();
    }

    /** It is there: by the try before, or by somebody before us. */
    static Outcome isSo(boolean wasTried) {
        return new Outcome(Result.DONE, wasTried ? "FOUND_DONE" : "WAS_DONE", "", "", null);
    }

    /** Words may be added whatever happened meanwhile. */
    private static boolean speaksOfState(Kind kind) {
        return !ADDED.contains(kind);
    }

    /** Whether the state alone says that it is so. */
    private static boolean isSo(PlatformRequest request, PlatformMatter now) {
        return switch (request.kind()) {
            case AGREE_REFUND -> now.state() == State.DONE && request.amount().equals(now.amount());
            case AGREE_RETURN -> now.state() == State.WAITS_FOR_GOODS || now.state() == State.GOODS_BACK;
            case REFUSE, REFUSE_GOODS -> now.state() == State.WAITS_FOR_BUYER && (now.sort() == Sort.REFUND || now.sort() == Sort.RETURN || now.sort() == Sort.EXCHANGE);
            case CONFIRM_GOODS -> now.state() == State.WAITS_FOR_SHIPMENT || now.state() == State.DONE;
            default -> false;
        };
    }
}
