package dev.afterflow.sandbox;

import dev.afterflow.sandbox.CarrierClerks.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A story's claim against its carrier: an agent opens it, the carrier answers what was filed last and pays, the parcel turns up. Each act
 * answers whether it was done; played once more it changes nothing.
 */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class ClaimActs {

    private static final long FREIGHT = 1_200;

    private final Staff staff;
    private final HouseDoor house;
    private final WorkOrderBooks books;
    private final WorkOrderDesk desk;
    private final CarrierClerks clerks;
    private final Clock clock;
    private final Map<Integer, Instant> acting = new ConcurrentHashMap<>();

    ClaimActs(Staff staff, HouseDoor house, WorkOrderBooks books, WorkOrderDesk desk, CarrierClerks clerks, Clock clock) {
        this.staff = staff;
        this.house = house;
        this.books = books;
        this.desk = desk;
        this.clerks = clerks;
        this.clock = clock;
    }

    /** One turn of the story. */
    boolean play(String agent, Plot plot, Turn turn) {
        return switch (turn.what()) {
            case "LOSS" -> open(agent, plot, turn.data());
            case "CARRIER" -> says(agent, plot, (int) plot.times("CARRIER"), WorkOrderDesk.Outcome.valueOf(turn.data()));
            case "PAYS" -> pays(agent, plot, Integer.parseInt(turn.data()));
            case "FOUND" -> found(agent, plot);
            case "TAKEN_BACK" -> takenBack(agent, plot);
            case "MERGED" -> clerks.answered(agent, number(agent, plot), Said.MERGED, () -> acting(plot));
            default -> clerks.answered(agent, plot.caseNumber() + "-Q" + (plot.times("CHASED") + 1), Said.CHASED, () -> acting(plot));
        };
    }

    private void acting(Plot plot) {
        acting.putIfAbsent(plot.no(), clock.instant());
    }

    /** When the turn that is over now was begun: the house may have heard of it some looks later. */
    Instant began(Plot plot, Instant otherwise) {
        Instant then = acting.remove(plot.no());
        return then == null ? otherwise : then;
    }

    /** The agent claims what the order's first parcel held; the same again is the same claim. */
    private boolean open(String agent, Plot plot, String fault) {
        JsonNode order = staff.get(agent, "/api/cases/" + plot.caseNumber()).body().path("order");
        JsonNode parcel = order.at("/shipments/0");
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("carrier", parcel.path("carrier").asString(""));
        wish.put("waybill", parcel.path("waybill").asString(""));
        wish.put("fault", fault);
        wish.put("loss", plot.front().money(order.path("items").valueStream().mapToLong(item -> item.at("/paid/minor").asLong()).sum()));
        wish.put("freight", plot.front().money(FREIGHT));
        wish.put("postedAt", parcel.path("shippedAt").asString(""));
        wish.put("discoveredAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return staff.post(agent, "/api/cases/" + plot.caseNumber() + "/claims", wish).fine();
    }

    /** The carrier says this to the thing filed after so many others: to a work order in its system, to all else by letter. */
    private boolean says(String agent, Plot plot, int n, WorkOrderDesk.Outcome outcome) {
        JsonNode folder = folder(agent, plot);
        JsonNode filing = folder.path("filings").path(n);
        Optional<WorkOrderBooks.Order> order = filing.isMissingNode() ? Optional.empty() : worked(folder.path("claim"), filing);
        order.ifPresent(each -> say(plot, each, outcome));
        return order.isPresent();
    }

    /** What reached the carrier under this number; what a person filed in its portal reaches it now. */
    private Optional<WorkOrderBooks.Order> worked(JsonNode claim, JsonNode filing) {
        String number = filing.path("number").asString("");
        Optional<WorkOrderBooks.Order> known = books.under(List.of(number)).stream().findFirst();
        if (known.isPresent() || !filing.path("channel").asString("").equals("PORTAL")) {
            return known;
        }
        return Optional.of(desk.letter(claim.path("carrier").asString(""), claim.path("waybill").asString(""), number, filing.at("/amount/minor").asLong(), filing.path("words").asString("")));
    }

    private void say(Plot plot, WorkOrderBooks.Order order, WorkOrderDesk.Outcome outcome) {
        if (books.replies(order.id()).stream().noneMatch(reply -> !reply.ours())) {
            desk.says(order.id(), outcome, null, null);
        }
        if (order.callback() == null) {
            house.deliver(plot.front().shop, "answers", desk.letters(List.of(order.reference())));
        }
    }

    /** The carrier transfers so many of a hundred of what it agreed to; its statement reaches the shop. */
    private boolean pays(String agent, Plot plot, int percent) {
        JsonNode folder = folder(agent, plot);
        if (folder.at("/claim/money/agreed/minor").asLong(0) == 0) {
            return false;
        }
        List<String> numbers = folder.path("filings").valueStream().map(filing -> filing.path("number").asString("")).toList();
        List<WorkOrderBooks.Order> owed = books.under(numbers).stream().filter(order -> order.paidMinor() != null && order.paidMinor() > 0).toList();
        owed.forEach(order -> books.pay(order, 1, null, order.paidMinor() * percent / 100));
        house.deliver(plot.front().shop, "settlements", desk.lines(numbers));
        return true;
    }

    /** The agent hears where the parcel is. */
    private boolean found(String agent, Plot plot) {
        JsonNode folder = folder(agent, plot);
        return folder.path("filings").size() > 0
                && staff.post(agent, "/api/claims/" + folder.at("/claim/claimNo").asString("") + "/found", Map.of("words", "网点来电：件在中转场角落找到，面单脱落，已补打，明天派送")).fine();
    }

    /** The carrier is told, and closes what it was working on. */
    private boolean takenBack(String agent, Plot plot) {
        boolean told = clerks.answered(agent, number(agent, plot) + "-W", Said.TAKEN_BACK, () -> acting(plot));
        return clerks.answered(agent, number(agent, plot), Said.TAKEN_BACK, () -> acting(plot)) && told;
    }

    private JsonNode folder(String agent, Plot plot) {
        return staff.get(agent, "/api/claims/" + number(agent, plot)).body();
    }

    private String number(String agent, Plot plot) {
        return staff.get(agent, "/api/cases/" + plot.caseNumber() + "/claims").body().path(0).path("claimNo").asString("none");
    }
}
