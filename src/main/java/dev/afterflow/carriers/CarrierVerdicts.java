package dev.afterflow.carriers;

import dev.afterflow.carriers.CarrierAnswered.Verdict;
import dev.afterflow.carriers.CarrierRequest.Kind;
import dev.afterflow.money.Money;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a clerk's words where they can mean one thing only: a sum that is agreed in yuan, a refusal, a wish for more, a number that
 * is not theirs. Everything else is left to a person.
 */
final class CarrierVerdicts {

    private static final Pattern PAYS = Pattern.compile("(?<![不未])(?:同意|确认|核定|可)(?:向.{0,10})?(?:全额|部分)?(?:赔付|理赔|赔偿)(?:金额)?[为：:]?\\s*(?:人民币|￥|¥)?\\s*(\\d{1,7}(?:\\.\\d{1,2})?)\\s*元");
    private static final Pattern DENIES = Pattern.compile("不予(?:赔付|理赔|受理|支持)|拒绝(?:赔付|理赔)|不符合(?:赔付|理赔)|驳回");
    private static final Pattern ASKS = Pattern.compile("请(?:尽快)?(?:补充|提供|上传|补传)");
    private static final Pattern WRONG = Pattern.compile("非我司(?:快件|运单|单号)|(?:单号|运单号)(?:不存在|有误|错误)");
    private static final Pattern CHASED = Pattern.compile("已(?:联系|安排|催促|加急|核实并安排)");
    private static final Pattern STOPPED = Pattern.compile("拦截成功|已(?:成功)?拦截|同意拦截");
    private static final Pattern NOT_STOPPED = Pattern.compile("拦截失败|无法拦截|不能拦截");

    private CarrierVerdicts() {
    }

    record Read(Verdict verdict, Money amount) {
    }

    static Optional<Read> of(Kind kind, Money claimed, String words) {
        Matcher pays = PAYS.matcher(words);
        boolean paid = pays.find();
        boolean denied = DENIES.matcher(words).find();
        if (paid && denied || paid && pays.find()) {
            return Optional.empty();
        }
        if (paid) {
            pays.reset();
            return pays.find() ? agreed(claimed, Money.parse(pays.group(1), "CNY")) : Optional.empty();
        }
        return plain(kind, words, denied).map(verdict -> new Read(verdict, null));
    }

    private static Optional<Read> agreed(Money claimed, Money given) {
        if (claimed == null || !claimed.currency().equals(given.currency())) {
            return Optional.empty();
        }
        return Optional.of(new Read(given.isZero() ? Verdict.DENIED : given.compareTo(claimed) < 0 ? Verdict.PART : Verdict.AGREED, given));
    }

    private static Optional<Verdict> plain(Kind kind, String words, boolean denied) {
        if (denied) {
            return Optional.of(Verdict.DENIED);
        }
        if (WRONG.matcher(words).find()) {
            return Optional.of(Verdict.FAILED);
        }
        if (ASKS.matcher(words).find()) {
            return Optional.of(Verdict.ASKS_MORE);
        }
        return switch (kind) {
            case CHASE -> CHASED.matcher(words).find() ? Optional.of(Verdict.AGREED) : Optional.empty();
            case INTERCEPT -> NOT_STOPPED.matcher(words).find() ? Optional.of(Verdict.DENIED)
                : STOPPED.matcher(words).find() ? Optional.of(Verdict.AGREED) : Optional.empty();
            case CLAIM, APPEAL, WITHDRAW -> Optional.empty();
        };
    }
}
