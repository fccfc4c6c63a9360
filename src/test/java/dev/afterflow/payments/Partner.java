package dev.afterflow.payments;

import dev.afterflow.money.Money;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worst partner: pays again for every send it gets, whatever the number; keeps its own books. */
class Partner implements Provider {

    /** How it behaves at the first send; later ones are answered plainly. */
    enum Manner {
        PAYS, LOSES_THE_REPLY, FAILS_BEFORE_PAYING, PAYS_LATE, PROCESSES_FIRST
    }

    static final Duration WINDOW = Duration.ofSeconds(60);

    private final String code;
    private final Manner manner;
    private final Duration window;
    private final Money amount;
    private final List<String> moved = new ArrayList<>();
    private final Map<String, Integer> sends = new LinkedHashMap<>();
    private final List<String> working = new ArrayList<>();

    Partner(String code, Manner manner, Money amount, Duration window) {
        this.code = code;
        this.manner = manner;
        this.amount = amount;
        this.window = window;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Duration settleWindow() {
        return window;
    }

    @Override
    public String request(Order order) {
        return order.refundNo();
    }

    @Override
    public synchronized Answer refund(Ask ask) {
        boolean first = sends.merge(ask.refundNo(), 1, Integer::sum) == 1;
        Manner now = first ? manner : Manner.PAYS;
        switch (now) {
            case FAILS_BEFORE_PAYING -> {
                return Answer.unknown("500");
            }
            case PAYS_LATE -> {
                working.add(ask.refundNo());
                return Answer.unknown("TIMEOUT");
            }
            case PROCESSES_FIRST -> {
                working.add(ask.refundNo());
                return answer(Result.PROCESSING);
            }
            default -> moved.add(ask.refundNo());
        }
        return now == Manner.LOSES_THE_REPLY ? Answer.unknown("RESET") : answer(Result.SUCCEEDED);
    }

    @Override
    public synchronized Answer query(Ask ask) {
        if (moved.contains(ask.refundNo())) {
            return answer(Result.SUCCEEDED);
        }
        boolean seen = working.contains(ask.refundNo()) && manner == Manner.PROCESSES_FIRST;
        return seen ? answer(Result.PROCESSING) : new Answer(Result.NOT_FOUND, null, null, 404, "NOT_FOUND", null);
    }

    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        return Optional.empty();
    }

    /** Finishes what it works on: well within its window. */
    synchronized void finish() {
        moved.addAll(working);
        working.clear();
    }

    synchronized List<String> moved() {
        return List.copyOf(moved);
    }

    private Answer answer(Result result) {
        return new Answer(result, amount, "P1", 200, result.name(), null);
    }
}
