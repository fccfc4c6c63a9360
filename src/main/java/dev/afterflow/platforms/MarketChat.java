package dev.afterflow.platforms;

import dev.afterflow.notifications.MarketLine;
import dev.afterflow.platforms.JdbcPlatformRequests.Row;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Writes what people say to a buyer into the refund, return or exchange that the buyer has open at a marketplace, once. */
@Component
class MarketChat implements MarketLine {

    /** TOP takes 400 bytes, of which the mark by which a message is found again needs some. */
    private static final int MOST_BYTES = 385;

    private final Markets markets;
    private final JdbcPlatformMatters matters;
    private final JdbcPlatformRequests rows;
    private final PlatformRequests requests;

    MarketChat(Markets markets, JdbcPlatformMatters matters, JdbcPlatformRequests rows, PlatformRequests requests) {
        this.markets = markets;
        this.matters = matters;
        this.rows = rows;
        this.requests = requests;
    }

    @Override
    public boolean reaches(String shop, String orderId) {
        return open(shop, orderId).isPresent();
    }

    /** The latest changed one. */
    private Optional<PlatformMatter> open(String shop, String orderId) {
        return matters.ofOrder(shop, orderId).stream().filter(each -> each.allows().contains(Kind.MESSAGE) && serves(each)).findFirst();
    }

    private boolean serves(PlatformMatter of) {
        return markets.named(of.platform()).filter(market -> market.serves(of.shop()) && market.verbs().contains(Kind.MESSAGE)).isPresent();
    }

    @Override
    public boolean fits(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    @Override
    public void hand(String key, String caseNumber, String shop, String orderId, String text) {
        open(shop, orderId).ifPresent(matter -> requests.add(new PlatformRequest(number(key), caseNumber, shop, Kind.MESSAGE, matter.id(), null, null, null, text.strip(), Map.of())));
    }

    private static String number(String key) {
        return "MSG-" + DigestUtils.sha256Hex(key).substring(0, 24);
    }

    @Override
    public Optional<Handed> standing(String key) {
        return rows.find(number(key)).map(MarketChat::handed);
    }

    private static Handed handed(Row row) {
        return switch (row.state()) {
            case NEW, SENDING -> new Handed(State.UNDER_WAY, "", "");
            case CODE, BY_HAND -> new Handed(State.WITH_PERSON, "", "");
            case DONE -> new Handed(State.TAKEN, "", "");
            case REFUSED, CHANGED -> new Handed(State.REFUSED, row.saidZh(), row.saidEn());
        };
    }
}
