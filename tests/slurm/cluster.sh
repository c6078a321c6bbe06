# A Slurm of its own on this machine, for scripts to source: a controller and nodes that each have a name, processes and mounts of their own.
# Where bindfs is installed, each node sees the shared folder through a mount of its own, whose locks no other node sees, as on Lustre with
# localflock, and which remembers for half a minute that a file was not there, as NFS does. Where slurmdbd and mariadbd are installed, it has accounting.
#
# cluster_start FOLDER NODES starts it; $FOLDER/shared is what the nodes share. node_vanish NAME kills a node with all that runs on it,
# node_start NAME lets it come back, cluster_stop ends everything that was started. CLUSTER_PORT=n is the first of the ports it takes, 16817
# by itself: two with others of their own can run side by side. CLUSTER_CGROUPS=yes lets the kernel hold tasks to their memory (cgroups, version 1).

cluster_missing() {
  local program
  for program in slurmctld slurmd munged sbatch unshare; do
    command -v "$program" > /dev/null || { echo "$program is not installed (apt-get install slurm-wlm munge)"; return; }
  done
  [ "$(id -u)" = 0 ] || echo 'a Slurm of its own takes root'
}

declare -a cluster_daemons=()
declare -A cluster_nodes=()

cluster_start() {
  cluster=$1
  cluster_port=${CLUSTER_PORT:-16817}
  local nodes=$2 node port=$((cluster_port + 3)) accounting=accounting_storage/none
  mkdir -p "$cluster"/{state,spool,munge,shared}
  head -c 1024 /dev/urandom > "$cluster/munge/key"
  chmod 700 "$cluster/munge"; chmod 600 "$cluster/munge/key"; chmod 755 "$cluster"
  munged --foreground --force --socket="$cluster/munge/socket" --key-file="$cluster/munge/key" --pid-file="$cluster/munge/pid" \
    --log-file="$cluster/munge/log" --seed-file="$cluster/munge/seed" > "$cluster/munged.log" 2>&1 & cluster_daemons+=($!)
  cluster_locks=shared; command -v bindfs > /dev/null && [ -e /dev/fuse ] && cluster_locks=local
  command -v slurmdbd > /dev/null && command -v mariadbd > /dev/null && cluster_accounting && accounting=accounting_storage/slurmdbd
  cluster_has_accounting=$([ $accounting = accounting_storage/none ] && echo no || echo yes)
  local track=proctrack/linuxproc task=task/none kills=OverMemoryKill
  if [ "${CLUSTER_CGROUPS:-}" = yes ]; then
    track=proctrack/cgroup task=task/cgroup kills=NoShared
    printf 'CgroupPlugin=cgroup/v1\nCgroupMountpoint=/sys/fs/cgroup\nConstrainRAMSpace=yes\n' > "$cluster/cgroup.conf"
  fi
  # cred_expire is also how long a task waits that comes back; by itself these are two minutes.
  cat > "$cluster/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$cluster_port
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$cluster/munge/socket,cred_expire=15
CredType=cred/munge
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool/%n
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/%n.pid
ProctrackType=$track
TaskPlugin=$task
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
DefMemPerCPU=500
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=task=3
JobAcctGatherParams=$kills
MailProg=/bin/true
ReturnToService=2
SlurmdTimeout=15
KillWait=10
SchedulerParameters=sched_interval=2,bf_interval=2
AccountingStorageType=$accounting
AccountingStorageHost=127.0.0.1
AccountingStoragePort=$((cluster_port + 2))
AccountingStoragePass=$cluster/munge/socket
$(for node in $nodes; do echo "NodeName=$node NodeAddr=127.0.0.1 Port=$((port++)) CPUs=$(node_cores "$node") RealMemory=1500 State=UNKNOWN"; done)
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
  export SLURM_CONF=$cluster/slurm.conf
  sleep 1
  slurmctld -D > "$cluster/slurmctld.log" 2>&1 & local controller=$!
  cluster_daemons+=($controller)
  for node in $nodes; do node_start "$node"; done
  for _ in $(seq 60); do
    kill -0 $controller 2> /dev/null || { echo 'FAILED: the controller ended.'; tail -n 3 "$cluster/slurmctld.log"; return 1; }
    [ "$(sinfo --noheader --Node --format %T 2> /dev/null | grep -c idle)" = "$(wc -w <<< "$nodes")" ] && return
    sleep 1
  done
  echo 'FAILED: the nodes did not come up.'; sinfo; return 1
}

# The first node has two cores, the others one.
node_cores() { [ "${1: -1}" = 1 ] && echo 2 || echo 1; }

node_start() {
  unshare --uts --mount --pid --fork --kill-child=KILL bash -c '
    hostname "$1"; mount -t proc proc /proc
    if [ "$3" = local ]; then mkdir -p "$2/disk-$1"; mount --bind "$2/shared" "$2/disk-$1"; bindfs -o nonempty,negative_timeout=30 "$2/disk-$1" "$2/shared"; fi
    slurmd -D -N "$1" & wait $!' node "$1" "$cluster" "$cluster_locks" > "$cluster/$1.log" 2>&1 &
  cluster_nodes[$1]=$!
}

node_vanish() { kill -KILL "${cluster_nodes[$1]}"; wait "${cluster_nodes[$1]}" 2> /dev/null || true; unset "cluster_nodes[$1]"; }

cluster_accounting() {
  local data=$cluster/data
  mkdir -p "$data" && chown mysql "$data" 2> /dev/null || true
  mariadb-install-db --no-defaults --user=mysql --datadir="$data" --auth-root-authentication-method=normal > "$cluster/mariadb.log" 2>&1 || return 1
  mariadbd --no-defaults --user=mysql --datadir="$data" --socket="$data/socket" --port=$((cluster_port + 1)) --bind-address=127.0.0.1 \
    --innodb-buffer-pool-size=32M --innodb-lock-wait-timeout=900 >> "$cluster/mariadb.log" 2>&1 & cluster_daemons+=($!)
  for _ in $(seq 30); do mariadb-admin --no-defaults --socket="$data/socket" ping > /dev/null 2>&1 && break; sleep 1; done
  mariadb --no-defaults --socket="$data/socket" -e "create database slurm; create user slurm@'127.0.0.1' identified by 'slurm';
    create user slurm@'localhost' identified by 'slurm'; grant all on slurm.* to slurm@'127.0.0.1'; grant all on slurm.* to slurm@'localhost'" || return 1
  cat > "$cluster/slurmdbd.conf" <<END
AuthType=auth/munge
AuthInfo=$cluster/munge/socket
DbdHost=$(hostname -s)
DbdAddr=127.0.0.1
DbdPort=$((cluster_port + 2))
SlurmUser=root
PidFile=$cluster/slurmdbd.pid
StorageType=accounting_storage/mysql
StorageHost=127.0.0.1
StoragePort=$((cluster_port + 1))
StorageUser=slurm
StoragePass=slurm
StorageLoc=slurm
END
  chmod 600 "$cluster/slurmdbd.conf"
  SLURM_CONF=$cluster/slurm.conf slurmdbd -D > "$cluster/slurmdbd.log" 2>&1 & local daemon=$!
  cluster_daemons+=($daemon)
  # The controller ends where it does not answer, and making its tables takes it long on a busy machine.
  for _ in $(seq 120); do
    kill -0 $daemon 2> /dev/null || return 1
    (exec 3<> "/dev/tcp/127.0.0.1/$((cluster_port + 2))") 2> /dev/null && return
    sleep 1
  done
  return 1
}

cluster_stop() {
  scancel --user root 2> /dev/null || true
  local node daemon place
  for node in "${!cluster_nodes[@]}"; do kill -KILL "${cluster_nodes[$node]}" 2> /dev/null || true; done
  for ((place = ${#cluster_daemons[@]} - 1; place >= 0; place--)); do kill "${cluster_daemons[$place]}" 2> /dev/null || true; done
  wait 2> /dev/null || true
}
