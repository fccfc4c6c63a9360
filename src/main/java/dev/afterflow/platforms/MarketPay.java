package dev.afterflow.platforms;

import dev.afterflow.money.Money;
import dev.afterflow.platforms.JdbcPlatformRequests.Row;
import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Gave;
import dev.afterflow.platforms.Marketplace.Purse;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.PlatformRequest.Word;
import dev.afterflow.providers.Provider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A marketplace that gives money back itself, as a provider of refunds: our refund is our agreement there, under the refund's own number, written
 * once by {@link PlatformCourier}. Where buyers ask the marketplace first, one of their requests is agreed to by one refund only.
 */
class MarketPay implements Provider {

    private final Marketplace market;
    private final Platforms platforms;
    private final JdbcPlatformMatters matters;
    private final JdbcPlatformRequests requests;
    private final PlatformSettings settings;
    private final JsonMapper json;
    private final TransactionTemplate tx;

    MarketPay(Marketplace market, Platforms platforms, JdbcPlatformMatters matters, JdbcPlatformRequests requests, PlatformSettings settings, JsonMapper json,
              TransactionTemplate tx) {
        this.market = market;
        this.platforms = platforms;
        this.matters = matters;
        this.requests = requests;
        this.settings = settings;
        this.json = json;
        this.tx = tx;
    }

    /** What is written down with the intent; {@code matter} is empty when the buyer had asked the marketplace for nothing of this amount by then. */
    record Intent(String caseNumber, String orderId, String matter, Map<String, String> more, long minor, String currency) {

        Money amount() {
            return new Money(minor, currency);
        }
    }

    @Override
    public String code() {
        return market.word();
    }

    @Override
    public boolean serves(String shop) {
        return market.serves(shop);
    }

    @Override
    public Duration settleWindow() {
        return settings.window();
    }

    @Override
    public String request(Order order) {
        Purse purse = market.purse(order.paymentId());
        String matter = Optional.ofNullable(purse.matter()).or(() -> payable(order.shop(), purse.orderId(), order.amount(), order.refundNo())).orElse("");
        return json.writeValueAsString(new Intent(order.caseNumber(), purse.orderId(), matter, purse.more(), order.amount().minor(), order.amount().currency()));
    }

    @Override
    public Answer refund(Ask ask) {
        Intent intent = json.readValue(ask.request(), Intent.class);
        return tx.execute(status -> free(ask, intent).map(matter -> {
            platforms.send(new PlatformRequest(ask.refundNo(), intent.caseNumber(), ask.shop(), Kind.AGREE_REFUND, matter, null, intent.amount(), null, null, here(intent)));
            return said(Result.PROCESSING, "ASKED");
        }).orElseGet(() -> said(Result.HELD, "NOTHING_ASKED_THERE")));
    }

    /** The money lies here, whatever other marketplaces the shop sells on. */
    private Map<String, String> here(Intent intent) {
        Map<String, String> more = new HashMap<>(intent.more());
        more.put(Word.MARKET.name(), market.word());
        return more;
    }

    /** The matter of the intent unless another refund has taken it by now; else one that was asked since. Held until the request stands. */
    private Optional<String> free(Ask ask, Intent intent) {
        boolean shared = market.purse(intent.orderId()).matter() == null;
        if (!intent.matter().isEmpty() && (!shared || isFree(ask, intent.matter()))) {
            return Optional.of(intent.matter());
        }
        return payable(ask.shop(), intent.orderId(), intent.amount(), ask.refundNo()).filter(found -> isFree(ask, found));
    }

    private boolean isFree(Ask ask, String matter) {
        return matters.lock(ask.shop(), matter).isPresent() && !requests.isAgreedTo(ask.shop(), matter, ask.refundNo());
    }

    private Optional<String> payable(String shop, String orderId, Money amount, String number) {
        return matters.payable(shop, market.word(), orderId, amount).stream().filter(id -> !requests.isAgreedTo(shop, id, number)).findFirst();
    }

    /** What we do not know to have asked may have been asked, and given, in a time that a restore lost. */
    @Override
    public Answer query(Ask ask) {
        return tx.execute(status -> requests.find(ask.refundNo())).map(MarketPay::answer).orElseGet(() -> lost(ask));
    }

    private Answer lost(Ask ask) {
        try {
            return gave(ask).stream().filter(each -> each.number().equals(ask.refundNo())).findFirst()
                .map(found -> new Answer(Result.SUCCEEDED, found.amount(), found.reference(), null, "FOUND_THERE", null)).orElseGet(() -> said(Result.NOT_FOUND, "NOT_ASKED_YET"));
        } catch (Away away) {
            return Answer.unknown(away.code());
        }
    }

    @Override
    public Optional<List<Seen>> seen(Ask ask) {
        try {
            return Optional.of(gave(ask).stream().map(each -> new Seen(each.number(), each.amount())).toList());
        } catch (Away away) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Advice> advice(Ask ask) {
        Optional<Row> asked = tx.execute(status -> requests.find(ask.refundNo()));
        if (asked.isPresent() || ask.request().isBlank()) {
            return asked.filter(row -> row.state() == JdbcPlatformRequests.State.CODE || row.state() == JdbcPlatformRequests.State.BY_HAND).map(MarketAdvice::waits);
        }
        Intent intent = json.readValue(ask.request(), Intent.class);
        boolean shared = market.purse(intent.orderId()).matter() == null;
        return tx.execute(status -> !shared || payable(ask.shop(), intent.orderId(), intent.amount(), ask.refundNo()).isPresent() ? Optional.empty()
            : Optional.of(MarketAdvice.nothingAsked(intent.amount(), matters.ofOrder(ask.shop(), intent.orderId()).stream().filter(each -> each.platform().equals(market.word())).toList())));
    }

    private List<Gave> gave(Ask ask) throws Away {
        if (ask.request().isBlank()) {
            return List.of();
        }
        Intent intent = json.readValue(ask.request(), Intent.class);
        String payment = intent.more().get(Word.PAYMENT.name());
        List<Gave> all = market.gave(ask.shop(), new Purse(intent.orderId(), intent.matter(), intent.more()));
        return all.stream().filter(each -> payment == null || each.paymentId() == null || each.paymentId().endsWith("/" + payment)).toList();
    }

    private static Answer answer(Row row) {
        return switch (row.state()) {
            case NEW, SENDING -> said(Result.PROCESSING, row.state().name());
            case CODE, BY_HAND -> said(Result.HELD, row.code());
            case DONE -> new Answer(Result.SUCCEEDED, row.asked().amount(), row.reference() == null ? row.asked().matter() : row.reference(), null, row.code(), null);
            case REFUSED, CHANGED -> said(Result.CLOSED, row.code());
        };
    }

    private static Answer said(Result result, String code) {
        return new Answer(result, null, null, null, code, null);
    }

    /** Marketplaces tell of money as of all else: {@link MarketNewsController} hears it. */
    @Override
    public Optional<Notice> read(String shop, Map<String, String> headers, byte[] body) {
        return Optional.empty();
    }
}
