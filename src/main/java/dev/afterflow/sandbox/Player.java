package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Plays a story one step further: an answer of the demo's people, or a turn of buyers, carriers and the marketplace. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Player {

    private final World world;
    private final Stage stage;
    private final HouseDoor house;
    private final BuyerParcels parcels;
    private final WarehouseBooks books;
    private final PayFaults faults;
    private final BuyerWords words;
    private final ClaimActs carrier;
    private final Clock clock;

    Player(World world, Stage stage, HouseDoor house, BuyerParcels parcels, WarehouseBooks books, PayFaults faults, BuyerWords words,
            ClaimActs carrier, Clock clock) {
        this.world = world;
        this.stage = stage;
        this.house = house;
        this.parcels = parcels;
        this.books = books;
        this.faults = faults;
        this.words = words;
        this.carrier = carrier;
        this.clock = clock;
    }

    /**
     * How a step went.
     *
     * @param plot as it stands now
     * @param moved whether anything was played
     * @param over whether the story has come to its end
     * @param note what hindered it, or null
     */
    record Step(Plot plot, boolean moved, boolean over, String note) {
    }

    /** The buyer asks; the order is known to the house already. A start after a kill finds what was asked before it. */
    Plot open(Plot plot, Casting casting) {
        Instant began = clock.instant();
        if (stage.caseOf(plot).isEmpty()) {
            ask(plot, casting);
        }
        return plot.opened(null, began, casting.opened(plot, began));
    }

    private void ask(Plot plot, Casting casting) {
        Map<String, Object> order = casting.order(plot);
        ((List<?>) order.get("payments")).forEach(payment -> {
            if (!plot.script().faults().isEmpty()) {
                faults.plan((String) ((Map<?, ?>) payment).get("paymentId"), plot.script().faults());
            }
        });
        String code = plot.script().reasons().get(plot.no() % plot.script().reasons().size());
        Reason reason = new Reason(code, BuyerTalk.asking(plot.front().chinese(), code, plot.chance("words")));
        boolean money = plot.script().kind().contains("REFUND");
        Map<String, Object> body = world.body(plot.front(), new World.Asking(plot.requestId(), order, plot.script().kind(),
                plot.script().kind().equals("LOGISTICS") ? "refund" : plot.script().kind().replace("_ONLY", ""), reason, money));
        if (plot.script().kind().equals("DISPUTE")) {
            house.deliver(plot.front().shop, "disputes", List.of(dispute(body, order, plot.front())));
        } else {
            world.push("", plot.front(), body);
        }
    }

    private static Map<String, Object> dispute(Map<String, Object> body, Map<String, Object> order, Storefront front) {
        Map<String, Object> dispute = new LinkedHashMap<>();
        dispute.put("disputeId", body.get("requestId"));
        dispute.put("orderId", body.get("orderId"));
        dispute.put("kind", "CHARGEBACK");
        dispute.put("createdAt", body.get("createdAt"));
        dispute.put("status", "OPEN");
        dispute.put("reasonCode", body.get("reasonCode"));
        dispute.put("reasonText", body.get("reasonText"));
        dispute.put("amount", front.money(World.paid(order)));
        dispute.put("deadline", body.get("platformDeadline"));
        return dispute;
    }

    /** One step, or none when everybody waits. */
    Step step(Plot plot) {
        if (plot.caseNumber() == null) {
            return stage.caseOf(plot).map(number -> new Step(plot.opened(number, plot.played().get(0), plot.told().get(0)), true, false, null))
                    .orElse(new Step(plot, false, false, "no case yet"));
        }
        Instant began = clock.instant();
        Optional<Turn> early = nextTurn(plot).filter(Turn::early);
        if (early.isPresent()) {
            return turned(plot, early.get(), Map.of()) ? new Step(plot.after(early.get().what(), began), true, false, null)
                    : new Step(plot, false, false, "before " + early.get().what());
        }
        Map<String, JsonNode> tasks = stage.tasks(plot);
        for (Map.Entry<String, JsonNode> task : tasks.entrySet()) {
            Optional<Turn.Answer> answer = Stage.answer(plot, task.getKey());
            if (answer.isPresent()) {
                Optional<String> refused = stage.play(plot, answer.get(), task.getValue());
                return refused.map(why -> new Step(plot, false, false, task.getKey() + ": " + why))
                        .orElseGet(() -> new Step(plot.after(task.getKey(), began), true, false, null));
            }
        }
        Optional<Turn> turn = nextTurn(plot);
        if (turn.isPresent()) {
            return turned(plot, turn.get(), tasks) ? new Step(plot.after(turn.get().what(), carrier.began(plot, began)), true, false, null)
                    : new Step(plot, false, false, "before " + turn.get().what() + ": " + tasks.keySet());
        }
        boolean over = plot.script().closes() ? tasks.isEmpty() && stage.closed(plot) : tasks.containsKey(plot.script().ends());
        return new Step(plot, false, over, over ? null : "at " + tasks.keySet());
    }

    private static Optional<Turn> nextTurn(Plot plot) {
        long played = plot.done().stream().filter(each -> each.equals(each.toUpperCase())).count();
        return plot.script().turns().stream().skip(played).findFirst();
    }

    private boolean turned(Plot plot, Turn turn, Map<String, JsonNode> tasks) {
        switch (turn.what()) {
            case "PICTURE" -> stage.picture(plot);
            case "SAY" -> words.write(plot.front().shop, plot.caseNumber(), BuyerTalk.asksOn(plot.front().chinese(), plot.chance("say")),
                    "MS-D-%05d-%d".formatted(plot.no(), plot.times("SAY")));
            case "REMARK" -> stage.remark(plot);
            case "ASKS" -> words.write(plot.front().shop, plot.caseNumber(), BuyerTalk.asksFirst(plot.front().chinese(), plot.chance("asks")), "MS-A-%05d".formatted(plot.no()));
            case "REPLY" -> {
                return stage.write(plot, AgentTalk.answers(plot.front().chinese(), plot.chance("reply")));
            }
            case "WRITES" -> {
                return stage.write(plot, AgentTalk.wrong(plot.front().chinese(), turn.data(), plot.chance("wrong")));
            }
            case "CHASED", "LOSS", "CARRIER", "PAYS", "FOUND", "TAKEN_BACK", "MERGED" -> {
                return carrier.play(stage.agent(plot), plot, turn);
            }
            case "WENT_BACK" -> parcels.turnBack(plot.front().shop, stage.waybill(plot));
            case "WITHDRAW" -> once(plot, body -> "WITHDRAWN".equals(body.get("status")), () -> world.change(plot.requestId(), "WITHDRAWN"));
            case "CLAIM" -> {
                return tasks.containsKey("reviewRequest") && taken(plot, tasks.get("reviewRequest"));
            }
            case "STEP_IN" -> {
                return plot.times("reviewRequest") > 0 && once(plot, body -> hasStep(body, "STEPPED_IN"), () -> world.stepIn(plot.requestId()));
            }
            case "VERDICT" -> {
                return plot.times("answerPlatform") > 0 && once(plot, body -> hasStep(body, "DECIDED"), () -> world.decide(plot.requestId(), turn.data().equals("BUYER")));
            }
            default -> {
                return travelled(plot, turn);
            }
        }
        return true;
    }

    /** What the marketplace said before the house was killed is said again in the same words. */
    private boolean once(Plot plot, Predicate<Map<String, Object>> said, Supplier<BuyerRequest> saying) {
        return (said.test(world.known(plot.requestId()).body()) ? world.repeat(plot.requestId()) : saying.get()) != null;
    }

    private static boolean hasStep(Map<String, Object> body, String step) {
        return body.get("platform") instanceof Map<?, ?> platform && step.equals(platform.get("step"));
    }

    private boolean taken(Plot plot, JsonNode task) {
        stage.take(plot, task);
        return true;
    }

    private boolean travelled(Plot plot, Turn turn) {
        if (turn.what().equals("DELIVERED")) {
            boolean shipped = books.latest("events", plot.caseNumber(), null).filter(told -> "REPLACEMENT_SHIPPED".equals(told.body().get("type"))).isPresent();
            return shipped && parcels.deliver(plot.caseNumber(), false) != null;
        }
        boolean expected = books.latest("returns", plot.caseNumber(), null).isPresent();
        return expected && parcels.sendOnce(plot.caseNumber(), plot.orderId(), turn.what().equals("LABEL") ? "underway" : turn.data()) != null;
    }

    /** How long a story may stand still before it counts as waiting for somebody outside. */
    static Duration patience(Script script) {
        return Duration.ofSeconds(script.ends().equals("WAITS") ? 5 : 30);
    }
}
