package dev.afterflow.alipay;

import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.StatementSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches Alipay's bill of a day: one for each shop with an account of its own, and one for the house's account, which serves many. */
@Component
class AlipayBills implements StatementSource {

    private final AlipaySettings settings;
    private final Accounts<AlipayAccount> accounts;
    private final AlipayGateway gateway;
    private final JsonMapper json;

    AlipayBills(AlipaySettings settings, Accounts<AlipayAccount> accounts, AlipayGateway gateway, JsonMapper json) {
        this.settings = settings;
        this.accounts = accounts;
        this.gateway = gateway;
        this.json = json;
    }

    @Override
    public String provider() {
        return AlipayProvider.CODE;
    }

    @Override
    public ZoneId zone() {
        return AlipayBill.SHANGHAI;
    }

    @Override
    public int readyHour() {
        return settings.billHour();
    }

    @Override
    public List<String> accounts() {
        return accounts.names();
    }

    @Override
    public String nobodys() {
        return settings.shop();
    }

    @Override
    public List<Told> fetch(String account, LocalDate day) {
        AlipayAccount asked = accounts.named(account);
        String shop = account.equals(Accounts.HOUSE) ? null : account;
        return AlipayBill.read(gateway.file(asked, address(asked, day))).stream().map(line -> new Told(shop, new Line(provider(),
            line.lineId(), line.requestNo().isEmpty() ? null : line.requestNo(), line.amount(), line.movedAt(),
            line.outTradeNo().isEmpty() ? null : line.outTradeNo()))).toList();
    }

    private String address(AlipayAccount account, LocalDate day) {
        AlipayDataDataserviceBillDownloadurlQueryRequest request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizContent(json.writeValueAsString(Map.of("bill_type", "trade", "bill_date", day.toString())));
        var heard = gateway.call(account, request);
        if (heard.words() == null || heard.words().getBillDownloadUrl() == null) {
            throw new IllegalStateException(heard.words() == null ? heard.trouble() : "no bill: " + heard.words().getSubCode());
        }
        return heard.words().getBillDownloadUrl();
    }
}
