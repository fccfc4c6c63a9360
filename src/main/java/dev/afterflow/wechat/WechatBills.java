package dev.afterflow.wechat;

import com.wechat.pay.java.service.billdownload.model.QueryBillEntity;
import dev.afterflow.providers.Accounts;
import dev.afterflow.providers.StatementSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Fetches WeChat Pay's bill of a day's refunds, and believes it only when it has the hash that was told under the seal. */
@Component
class WechatBills implements StatementSource {

    private static final String NO_REFUNDS_THAT_DAY = "NO_STATEMENT_EXIST";

    private final WechatSettings settings;
    private final Accounts<WechatAccount> accounts;
    private final WechatGateway gateway;

    WechatBills(WechatSettings settings, Accounts<WechatAccount> accounts, WechatGateway gateway) {
        this.settings = settings;
        this.accounts = accounts;
        this.gateway = gateway;
    }

    @Override
    public String provider() {
        return WechatProvider.CODE;
    }

    @Override
    public ZoneId zone() {
        return WechatBill.SHANGHAI;
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
        WechatAccount asked = accounts.named(account);
        var heard = gateway.call(asked, "/v3/bill/tradebill?bill_date=" + day + "&bill_type=REFUND", null, QueryBillEntity.class);
        if (heard.words() == null && NO_REFUNDS_THAT_DAY.equals(heard.code())) {
            return List.of();
        }
        if (heard.words() == null) {
            throw new IllegalStateException("no bill: " + (heard.code() == null ? heard.trouble() : heard.code()));
        }
        String shop = account.equals(Accounts.HOUSE) ? null : account;
        return WechatBill.read(whole(asked, heard.words())).stream().map(line -> new Told(shop, new Line(provider(), line.refundId(),
            line.refundNo().isEmpty() ? null : line.refundNo(), line.amount(), line.movedAt(), line.tradeNo().isEmpty() ? null : line.tradeNo()))).toList();
    }

    private byte[] whole(WechatAccount account, QueryBillEntity told) {
        byte[] bytes = gateway.file(account, told.getDownloadUrl());
        if (!DigestUtils.sha1Hex(bytes).equalsIgnoreCase(told.getHashValue())) {
            throw new IllegalStateException("no bill: it is not the file that was named");
        }
        return bytes;
    }
}
