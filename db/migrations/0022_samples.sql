CREATE TABLE "exchange_rate" (
	"currency" text NOT NULL,
	"valid_on" date NOT NULL,
	"idr_minor_per_unit" bigint NOT NULL,
	"source" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchange_rate_currency_valid_on_pk" PRIMARY KEY("currency","valid_on"),
	CONSTRAINT "exchange_rate_positive" CHECK ("exchange_rate"."idr_minor_per_unit" > 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"order_id" uuid,
	"payment_id" uuid,
	"organisation_id" uuid,
	"happened_at" timestamp with time zone NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_line" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"account" text NOT NULL,
	"organisation_id" uuid,
	"amount_minor" bigint NOT NULL,
	"currency" text DEFAULT 'IDR' NOT NULL,
	CONSTRAINT "ledger_line_account_known" CHECK ("ledger_line"."account" in ('stripe','bank','pesantren','fees','losses')),
	CONSTRAINT "ledger_line_whose" CHECK (("ledger_line"."account" = 'pesantren') = ("ledger_line"."organisation_id" is not null)),
	CONSTRAINT "ledger_line_amount" CHECK ("ledger_line"."amount_minor" <> 0)
);
--> statement-breakpoint
CREATE TABLE "payout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"paid_on" date NOT NULL,
	"reference" text NOT NULL,
	"proof_key" text,
	"person_id" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payout_amount" CHECK ("payout"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"checked" integer DEFAULT 0 NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "reconciliation_difference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reconciliation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"stripe_id" text NOT NULL,
	"payment_id" uuid,
	"order_id" uuid,
	"ours_minor" bigint,
	"theirs_minor" bigint,
	"settled" text DEFAULT 'no' NOT NULL,
	"note" text,
	"settled_at" timestamp with time zone,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfer_account" (
	"is_sample" boolean PRIMARY KEY DEFAULT false NOT NULL,
	"bank" text NOT NULL,
	"number" text NOT NULL,
	"holder" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"person_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"way" text NOT NULL,
	"state" text DEFAULT 'starting' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"fee_minor" bigint,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"session_id" text,
	"session_url" text,
	"intent_id" text,
	"charge_id" text,
	"expires_at" timestamp with time zone,
	"proof_key" text,
	"proof_sent_at" timestamp with time zone,
	"rejected_reason" text,
	"confirmed_by" uuid,
	"paid_at" timestamp with time zone,
	"looked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_amount" CHECK ("payment"."amount_minor" > 0),
	CONSTRAINT "payment_refund_of_it" CHECK ("payment"."refunded_minor" between 0 and "payment"."amount_minor"),
	CONSTRAINT "payment_state_known" CHECK ("payment"."state" in ('starting','open','paid','expired','cancelled','surplus')),
	CONSTRAINT "payment_paid_has_time" CHECK ("payment"."state" not in ('paid','surplus') or "payment"."paid_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"state" text DEFAULT 'wanted' NOT NULL,
	"stripe_id" text,
	"reference" text,
	"failure" text,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "refund_amount" CHECK ("refund"."amount_minor" > 0),
	CONSTRAINT "refund_state_known" CHECK ("refund"."state" in ('wanted','asked','done','failed'))
);
--> statement-breakpoint
CREATE TABLE "stripe_event" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"is_live" boolean NOT NULL,
	"api_version" text,
	"refers" jsonb NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"result" text,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sample_offer" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text DEFAULT 'IDR' NOT NULL,
	"size" jsonb NOT NULL,
	"weight_grams" integer NOT NULL,
	"limit_per_buyer" integer NOT NULL,
	"on_hand" integer NOT NULL,
	"ships_home" boolean NOT NULL,
	"ships_abroad" boolean NOT NULL,
	"hands_over" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sample_offer_state_known" CHECK ("sample_offer"."state" in ('open','closed')),
	CONSTRAINT "sample_offer_price" CHECK ("sample_offer"."price_minor" >= 0),
	CONSTRAINT "sample_offer_weight" CHECK ("sample_offer"."weight_grams" between 1 and 100000),
	CONSTRAINT "sample_offer_limit" CHECK ("sample_offer"."limit_per_buyer" between 1 and 20),
	CONSTRAINT "sample_offer_on_hand" CHECK ("sample_offer"."on_hand" between 0 and 100000),
	CONSTRAINT "sample_offer_goes_somewhere" CHECK ("sample_offer"."ships_home" or "sample_offer"."ships_abroad" or "sample_offer"."hands_over")
);
--> statement-breakpoint
CREATE TABLE "shipping_rate" (
	"organisation_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"up_to_grams" integer NOT NULL,
	"price_minor" bigint NOT NULL,
	"days" integer,
	CONSTRAINT "shipping_rate_organisation_id_zone_up_to_grams_pk" PRIMARY KEY("organisation_id","zone","up_to_grams"),
	CONSTRAINT "shipping_rate_weight" CHECK ("shipping_rate"."up_to_grams" between 1 and 100000),
	CONSTRAINT "shipping_rate_price" CHECK ("shipping_rate"."price_minor" >= 0),
	CONSTRAINT "shipping_rate_days" CHECK ("shipping_rate"."days" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "sample_feedback" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"quality" text NOT NULL,
	"as_described" text NOT NULL,
	"next" text NOT NULL,
	"note" text,
	"is_shared" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sample_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"organisation_id" uuid NOT NULL,
	"buyer_person_id" uuid,
	"buyer_organisation_id" uuid,
	"meeting_id" uuid,
	"state" text DEFAULT 'awaiting' NOT NULL,
	"way" text NOT NULL,
	"holds" text DEFAULT 'held' NOT NULL,
	"locale" text NOT NULL,
	"items_minor" bigint NOT NULL,
	"shipping_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"currency" text DEFAULT 'IDR' NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"dispute" text,
	"dispute_due_at" timestamp with time zone,
	"delivery" text NOT NULL,
	"zone" text,
	"weight_grams" integer NOT NULL,
	"deliver_to" jsonb,
	"buyer_note" text,
	"expires_at" timestamp with time zone,
	"proof_sent_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"packed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"courier" text,
	"tracking_number" text,
	"parcel_key" text,
	"ended_by" text,
	"end_reason" text,
	"erased_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sample_order_state_known" CHECK ("sample_order"."state" in ('awaiting','paid','packed','sent','received','cancelled','lapsed')),
	CONSTRAINT "sample_order_way_known" CHECK ("sample_order"."way" in ('card','transfer','free')),
	CONSTRAINT "sample_order_holds_known" CHECK ("sample_order"."holds" in ('held','used','freed')),
	CONSTRAINT "sample_order_total" CHECK ("sample_order"."total_minor" = "sample_order"."items_minor" + "sample_order"."shipping_minor"),
	CONSTRAINT "sample_order_amounts" CHECK ("sample_order"."items_minor" >= 0 and "sample_order"."shipping_minor" >= 0),
	CONSTRAINT "sample_order_free_is_free" CHECK (("sample_order"."way" = 'free') = ("sample_order"."total_minor" = 0)),
	CONSTRAINT "sample_order_paid_whole" CHECK ("sample_order"."paid_minor" = 0 or "sample_order"."paid_minor" = "sample_order"."total_minor"),
	CONSTRAINT "sample_order_refund_of_paid" CHECK ("sample_order"."refunded_minor" between 0 and "sample_order"."paid_minor"),
	CONSTRAINT "sample_order_goes_paid" CHECK ("sample_order"."state" not in ('paid','packed','sent','received') or "sample_order"."paid_minor" = "sample_order"."total_minor"),
	CONSTRAINT "sample_order_ended_gave_back" CHECK ("sample_order"."state" not in ('cancelled','lapsed') or "sample_order"."refunded_minor" = "sample_order"."paid_minor"),
	CONSTRAINT "sample_order_ended_frees" CHECK ("sample_order"."state" not in ('cancelled','lapsed') or "sample_order"."holds" <> 'held'),
	CONSTRAINT "sample_order_shipped_somewhere" CHECK ("sample_order"."delivery" <> 'ship' or "sample_order"."erased_at" is not null or ("sample_order"."deliver_to" is not null and "sample_order"."zone" is not null)),
	CONSTRAINT "sample_order_erased_is_empty" CHECK ("sample_order"."erased_at" is null or ("sample_order"."deliver_to" is null and "sample_order"."buyer_note" is null))
);
--> statement-breakpoint
CREATE TABLE "sample_order_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"person_id" uuid,
	"detail" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sample_order_line" (
	"order_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"size" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"weight_grams" integer NOT NULL,
	CONSTRAINT "sample_order_line_order_id_product_id_pk" PRIMARY KEY("order_id","product_id"),
	CONSTRAINT "sample_order_line_quantity" CHECK ("sample_order_line"."quantity" between 1 and 100),
	CONSTRAINT "sample_order_line_price" CHECK ("sample_order_line"."unit_price_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_entry_id_ledger_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."ledger_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_difference" ADD CONSTRAINT "reconciliation_difference_reconciliation_id_reconciliation_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_difference" ADD CONSTRAINT "reconciliation_difference_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_difference" ADD CONSTRAINT "reconciliation_difference_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_difference" ADD CONSTRAINT "reconciliation_difference_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_account" ADD CONSTRAINT "transfer_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_offer" ADD CONSTRAINT "sample_offer_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipping_rate" ADD CONSTRAINT "shipping_rate_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_feedback" ADD CONSTRAINT "sample_feedback_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order" ADD CONSTRAINT "sample_order_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order" ADD CONSTRAINT "sample_order_buyer_person_id_person_id_fk" FOREIGN KEY ("buyer_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order" ADD CONSTRAINT "sample_order_buyer_organisation_id_organisation_id_fk" FOREIGN KEY ("buyer_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order" ADD CONSTRAINT "sample_order_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order_event" ADD CONSTRAINT "sample_order_event_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order_event" ADD CONSTRAINT "sample_order_event_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order_line" ADD CONSTRAINT "sample_order_line_order_id_sample_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."sample_order"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_order_line" ADD CONSTRAINT "sample_order_line_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_key" ON "ledger_entry" USING btree ("key");--> statement-breakpoint
CREATE INDEX "ledger_entry_organisation_idx" ON "ledger_entry" USING btree ("organisation_id","happened_at");--> statement-breakpoint
CREATE INDEX "ledger_entry_order_idx" ON "ledger_entry" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "ledger_line_entry_idx" ON "ledger_line" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "ledger_line_owed_idx" ON "ledger_line" USING btree ("organisation_id") WHERE "ledger_line"."account" = 'pesantren';--> statement-breakpoint
CREATE INDEX "payout_organisation_idx" ON "payout" USING btree ("organisation_id","paid_on");--> statement-breakpoint
CREATE INDEX "reconciliation_started_idx" ON "reconciliation" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reconciliation_difference_key" ON "reconciliation_difference" USING btree ("kind","stripe_id") WHERE "reconciliation_difference"."settled" = 'no';--> statement-breakpoint
CREATE INDEX "payment_order_idx" ON "payment" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_session_key" ON "payment" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_intent_key" ON "payment" USING btree ("intent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_charge_key" ON "payment" USING btree ("charge_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_order_paid_key" ON "payment" USING btree ("order_id") WHERE "payment"."state" = 'paid';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_order_waiting_key" ON "payment" USING btree ("order_id") WHERE "payment"."state" in ('starting','open');--> statement-breakpoint
CREATE INDEX "payment_open_idx" ON "payment" USING btree ("updated_at") WHERE "payment"."state" in ('starting','open');--> statement-breakpoint
CREATE INDEX "refund_payment_idx" ON "refund" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refund_order_idx" ON "refund" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refund_open_idx" ON "refund" USING btree ("created_at") WHERE "refund"."state" in ('wanted','asked');--> statement-breakpoint
CREATE UNIQUE INDEX "refund_stripe_key" ON "refund" USING btree ("stripe_id");--> statement-breakpoint
CREATE INDEX "stripe_event_open_idx" ON "stripe_event" USING btree ("created_at") WHERE "stripe_event"."result" is null;--> statement-breakpoint
CREATE INDEX "stripe_event_created_idx" ON "stripe_event" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sample_order_number_key" ON "sample_order" USING btree ("number");--> statement-breakpoint
CREATE INDEX "sample_order_organisation_idx" ON "sample_order" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "sample_order_buyer_idx" ON "sample_order" USING btree ("buyer_person_id","created_at");--> statement-breakpoint
CREATE INDEX "sample_order_company_idx" ON "sample_order" USING btree ("buyer_organisation_id","created_at") WHERE "sample_order"."buyer_organisation_id" is not null;--> statement-breakpoint
CREATE INDEX "sample_order_meeting_idx" ON "sample_order" USING btree ("meeting_id") WHERE "sample_order"."meeting_id" is not null;--> statement-breakpoint
CREATE INDEX "sample_order_state_idx" ON "sample_order" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "sample_order_lapse_idx" ON "sample_order" USING btree ("expires_at") WHERE "sample_order"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "sample_order_event_order_idx" ON "sample_order_event" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "sample_order_line_product_idx" ON "sample_order_line" USING btree ("product_id");--> statement-breakpoint
-- When it is committed, what an entry debits is what it credits, and sample money never meets real money.
CREATE FUNCTION "ledger_check_balance"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  -- A line names its entry; an entry is one.
  checked uuid := coalesce(changed ->> 'entry_id', changed ->> 'id')::uuid;
BEGIN
  IF EXISTS (
    SELECT FROM ledger_entry e WHERE e.id = checked AND (
      (SELECT count(*) < 2 OR sum(l.amount_minor) <> 0 FROM ledger_line l WHERE l.entry_id = e.id)
      OR EXISTS (
        SELECT FROM ledger_line l JOIN organisation o ON o.id = l.organisation_id
        WHERE l.entry_id = e.id AND o.is_sample <> e.is_sample)))
  THEN
    RAISE EXCEPTION 'ledger entry % does not balance, or mixes sample and real', checked
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_balances';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "ledger_balances" AFTER INSERT ON "ledger_entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "ledger_check_balance"();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "ledger_line_balances" AFTER INSERT OR DELETE ON "ledger_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "ledger_check_balance"();
--> statement-breakpoint
-- Books are never changed; only sample money goes, when the sample is taken away.
CREATE FUNCTION "ledger_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF TG_TABLE_NAME = 'ledger_line' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
    IF TG_TABLE_NAME = 'ledger_entry' AND (to_jsonb(OLD) ->> 'is_sample')::boolean THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'the books are never changed' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "ledger_entry_stays" BEFORE UPDATE OR DELETE ON "ledger_entry"
  FOR EACH ROW EXECUTE FUNCTION "ledger_stays"();
--> statement-breakpoint
CREATE TRIGGER "ledger_line_stays" BEFORE UPDATE OR DELETE ON "ledger_line"
  FOR EACH ROW EXECUTE FUNCTION "ledger_stays"();
--> statement-breakpoint
-- What happened to an order stays, but that a person's name may be forgotten; it goes only with its order.
CREATE FUNCTION "sample_order_event_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.person_id IS NULL AND to_jsonb(NEW) - 'person_id' = to_jsonb(OLD) - 'person_id' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'order events are never changed' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "sample_order_event_stays" BEFORE UPDATE OR DELETE ON "sample_order_event"
  FOR EACH ROW EXECUTE FUNCTION "sample_order_event_stays"();
--> statement-breakpoint
-- A sample booth sells samples of the sample, a real one real ones; and only a pesantren sells.
CREATE FUNCTION "sample_order_check_seller"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM organisation o WHERE o.id = NEW.organisation_id AND o.kind = 'pesantren' AND o.is_sample = NEW.is_sample)
  THEN
    RAISE EXCEPTION 'order % is of no pesantren of its kind', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sample_order_seller';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "sample_order_seller" BEFORE INSERT OR UPDATE OF organisation_id, is_sample ON "sample_order"
  FOR EACH ROW EXECUTE FUNCTION "sample_order_check_seller"();
