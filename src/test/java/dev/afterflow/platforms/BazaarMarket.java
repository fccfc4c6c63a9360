package dev.afterflow.platforms;

import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.money.Money;
import dev.afterflow.platforms.PlatformMatter.Sort;
import dev.afterflow.platforms.PlatformMatter.State;
import dev.afterflow.platforms.PlatformMatter.Step;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** The third adapter behind the one port: it speaks XML to {@link BazaarHouse}. */
@Component
class BazaarMarket implements Marketplace {

    private static final Map<String, State> STAGES = Map.of("open", State.ASKED, "granted", State.DONE, "denied", State.WAITS_FOR_BUYER, "dropped", State.CLOSED);

    private final MarketCircuits circuits;
    private final BazaarHouse house;
    private final JsonMapper json;
    private final Set<String> shops = ConcurrentHashMap.newKeySet();

    BazaarMarket(MarketCircuits circuits, BazaarHouse house, JsonMapper json) {
        this.circuits = circuits;
        this.house = house;
        this.json = json;
    }

    void open(String shop) {
        shops.add(shop);
    }

    @Override
    public String word() {
        return "bazaar";
    }

    @Override
    public boolean serves(String shop) {
        return shops.contains(shop);
    }

    @Override
    public Set<Kind> verbs() {
        return Set.of(Kind.AGREE_REFUND, Kind.REFUSE);
    }

    @Override
    public List<String> feeds() {
        return List.of("grievances");
    }

    /** Its journal knows no time: it is read from its beginning, and what is known changes nothing. */
    @Override
    public Page list(String shop, String feed, Instant from, Instant to, String cursor) throws Away {
        Element journal = xml(call(shop, "GET", "/journal/" + (cursor == null ? "0" : cursor), null, null));
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < journal.getElementsByTagName("entry").getLength(); i++) {
            Element entry = (Element) journal.getElementsByTagName("entry").item(i);
            hints.add(new Hint(feed, entry.getAttribute("of"), "journal:" + entry.getAttribute("n")));
        }
        return Page.of(hints, journal.getAttribute("more").equals("true") ? journal.getAttribute("next") : null);
    }

    @Override
    public Told read(String shop, String feed, String matter) throws Away {
        Heard heard = call(shop, "GET", "/grievances/" + matter, null, null);
        if (heard.status() == 404) {
            return Told.refused("NOT_FOUND");
        }
        Element told = xml(heard);
        State state = STAGES.get(told.getAttribute("stage"));
        if (state == null) {
            return Told.refused("UNKNOWN_STAGE " + told.getAttribute("stage"));
        }
        Money amount = new Money(Long.parseLong(told.getAttribute("cents")), "EUR");
        PlatformMatter now = new PlatformMatter(shop, word(), Sort.REFUND, matter, told.getAttribute("order"), null, state, Step.NONE, told.getAttribute("stage"),
            told.getAttribute("revision"), amount, "OTHER", "", null, state == State.ASKED ? verbs() : Set.of(), null, null, Instant.parse(told.getAttribute("at")));
        var row = json.createObjectNode().put("kind", "REFUND_ONLY").put("createdAt", told.getAttribute("at"));
        MarketLetters.money(row.putObject("askedAmount"), amount);
        return new Told(now, List.of(), List.of(new Slip("requests", row, true)), null, Map.of("word", told.getAttribute("word")));
    }

    @Override
    public Optional<String> feedOf(PlatformRequest request, PlatformMatter known) {
        return Optional.of("grievances");
    }

    @Override
    public boolean isThere(PlatformRequest request, Told now) {
        return request.number().equals(now.inside().get("word"));
    }

    @Override
    public Outcome write(PlatformRequest request, Told now, List<PlatformPapers.Paper> papers, String typed) throws Away {
        String outcome = request.kind() == Kind.AGREE_REFUND ? "granted" : "denied";
        Heard heard = call(request.shop(), "PUT", "/grievances/" + request.matter(), now.matter().version(), "<decision outcome=\"" + outcome + "\" word=\"" + request.number() + "\"/>");
        return switch (heard.status()) {
            case 200 -> Outcome.done(null);
            case 412 -> Outcome.of(Result.CHANGED, "MOVED", "已变化", "It has moved on");
            default -> Outcome.of(Result.UNKNOWN, "HTTP_" + heard.status(), "", "");
        };
    }

    private Heard call(String shop, String method, String path, String revision, String body) throws Away {
        Map<String, String> headers = new ConcurrentHashMap<>(Map.of("X-Bazaar-Key", BazaarHouse.KEY, "Content-Type", "application/xml"));
        if (revision != null) {
            headers.put("If-Match", revision);
        }
        return circuits.reach(word() + "/" + shop, method, URI.create(house.url() + path), headers, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    private static Element xml(Heard heard) throws Away {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(heard.body())).getDocumentElement();
        } catch (Exception unreadable) {
            throw new Away("UNREADABLE", true);
        }
    }
}
